import 'server-only';
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { ProblemError } from '@/lib/eni/problem';
import { ConfigError, config } from '../config/config';
import { type AuditEntry, AuditTrail } from './trail';

type Audit = { trail: AuditTrail; key: Buffer };

/** One in a process, as there is one `seq`: guard and app are bundled apart. */
const AUDIT = Symbol.for('eni-atlas.audit');
const shared = globalThis as { [AUDIT]?: Audit };

function audit(): Audit | null {
  const { auditFile, sessionKeys } = config();
  if (auditFile === null) return null;
  if (!shared[AUDIT]) {
    // Under another key than that of this process marks would differ from replica to replica, and after each start.
    const [secret = randomBytes(32)] = sessionKeys ?? [];
    const key = Buffer.from(hkdfSync('sha256', secret, '', 'eni-atlas audit', 32));
    shared[AUDIT] = { trail: new AuditTrail(auditFile), key };
  }
  return shared[AUDIT];
}

/**
 * Opens the audit trail, where one is configured.
 * @throws ConfigError where its file cannot be opened
 */
export function openAudit(process: Pick<NodeJS.Process, 'on'>): void {
  try {
    const opened = audit();
    if (opened) process.on('SIGHUP', () => opened.trail.reopen());
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new ConfigError([`ENI_ATLAS_AUDIT_FILE: cannot be opened for writing (${code}).`]);
  }
}

/** Whether answers are recorded. */
export function isAudited(): boolean {
  return config().auditFile !== null;
}

/**
 * Records an answer before it is given; does nothing where no trail is configured.
 * @param isSynced the record must be on the disk when this returns
 * @throws ProblemError `audit_unavailable`, where an answer that cannot be recorded must not be given
 */
export function recordAudit(entry: AuditEntry, isSynced: boolean): void {
  const open = audit();
  if (!open || open.trail.write(entry, isSynced) || config().isAuditFailOpen) return;
  throw new ProblemError('audit_unavailable', {
    detail:
      'This cannot be put on record, so it is not answered. Whoever runs this dashboard has to make room for its audit file.',
  });
}

/** Why answers are refused because they cannot be recorded, as the system's error code; null while they are not. */
export function auditFault(): string | null {
  return config().isAuditFailOpen ? null : (audit()?.trail.problem ?? null);
}

/** How the trail is doing; null where there is none. */
export function auditState(): { isWritable: boolean; lost: number } | null {
  const open = audit();
  return open && { isWritable: open.trail.problem === null, lost: open.trail.lost };
}

/** A mark of a text: equal texts have equal marks, and nobody without the key can undo it. */
export function auditMark(text: string): string {
  const open = audit();
  return open ? createHmac('sha256', open.key).update(text).digest('base64url').slice(0, 10) : '';
}
