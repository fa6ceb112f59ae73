import 'server-only';
import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, statSync, writeSync } from 'node:fs';
import type { AuditLine } from '@/lib/audit/audit-line';
import { endsTorn, lastSeq } from './last-seq';

/** What is recorded of one answer; the trail adds when, and its place in it. */
export type AuditEntry = Omit<AuditLine, 'v' | 'ts' | 'seq'>;

/** How often to check whether another file is at the path, in ms: log rotation renames the file under us. */
const LOOK_EVERY = 1_000;
/** How long lines may wait before they are synced to disk, in ms. */
const SYNC_WITHIN = 1_000;
/** How often to retry a trail that cannot be written, in ms. */
const RETRY_EVERY = 2_000;

/** Files that cannot be synced, such as pipes, hold nothing that a power cut could destroy. */
const UNSYNCED = ['EINVAL', 'EROFS', 'ENOTSUP'];

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

/** The line that the trail writes about itself once it can be written again. */
function resumed(lost: number): AuditEntry {
  return {
    reqId: '',
    user: null,
    auth: 'none',
    token: null,
    session: null,
    grants: [],
    peer: null,
    forwardedFor: null,
    ua: null,
    action: 'audit.resumed',
    scopeAsked: null,
    scopeServed: null,
    filters: null,
    fresh: false,
    rows: lost,
    bytes: null,
    cloudRequestIds: [],
    cache: null,
    status: 200,
    code: null,
    ms: 0,
  };
}

/**
 * An append-only file of lines, on a descriptor of its own: each is written before {@link write} returns. Nothing else
 * in the process writes there, so `seq` has gaps only where lines were lost.
 */
export class AuditTrail {
  private fd: number | null = null;
  private seq: number;
  private lookedAt = 0;
  private isTorn: boolean;
  private syncing: NodeJS.Timeout | null = null;
  private retrying: NodeJS.Timeout | null = null;
  private toReopen = false;
  /** Why lines cannot be written, as the system's error code; null while they can. */
  problem: string | null = null;
  /** Answers that were not recorded since the start of the process. */
  lost = 0;

  /** @throws where the file cannot be opened, or its content cannot be read */
  constructor(private readonly path: string) {
    this.seq = lastSeq(path);
    this.isTorn = endsTorn(path);
    this.open();
  }

  /** Checks for another file at the path with the next line, which log rotation requests by SIGHUP. */
  reopen(): void {
    this.toReopen = true;
  }

  /**
   * Appends a line.
   * @param isSynced the line is on the disk when this returns; other lines are within a second
   * @returns whether it was written; {@link problem} says why not
   */
  write(entry: AuditEntry, isSynced: boolean): boolean {
    try {
      this.append(entry);
      if (isSynced) this.sync();
      else this.syncing ??= setTimeout(() => this.syncLater(), SYNC_WITHIN).unref();
      this.heal();
      return true;
    } catch (error) {
      this.lost++;
      this.fail(error);
      return false;
    }
  }

  /** Ends the timers and closes the file. */
  close(): void {
    if (this.syncing) clearTimeout(this.syncing);
    this.heal();
    if (this.fd !== null) closeSync(this.fd);
    this.fd = null;
  }

  private fail(error: unknown): void {
    this.problem = codeOf(error);
    this.retrying ??= setInterval(() => this.retry(), RETRY_EVERY).unref();
  }

  private syncLater(): void {
    try {
      this.sync();
    } catch (error) {
      this.fail(error);
    }
  }

  private heal(): void {
    this.problem = null;
    if (this.retrying) clearInterval(this.retrying);
    this.retrying = null;
  }

  /** No traffic reaches a replica that is not ready, so it has to find out by itself when it may be ready again. */
  private retry(): void {
    try {
      this.append(resumed(this.lost));
      this.heal();
    } catch (error) {
      this.problem = codeOf(error);
    }
  }

  private append(entry: AuditEntry): void {
    const fd = this.current();
    const line = JSON.stringify({ v: 1, ts: new Date().toISOString(), seq: this.seq + 1, ...entry });
    const bytes = Buffer.from(`${this.isTorn ? '\n' : ''}${line}\n`);
    let done = 0;
    try {
      while (done < bytes.length) done += writeSync(fd, bytes, done);
    } catch (error) {
      if (done > 0) this.isTorn = !cutBack(fd, done);
      throw error;
    }
    this.isTorn = false;
    this.seq++;
  }

  private sync(): void {
    if (this.syncing) clearTimeout(this.syncing);
    this.syncing = null;
    if (this.fd === null) return;
    try {
      fdatasyncSync(this.fd);
    } catch (error) {
      if (!UNSYNCED.includes(codeOf(error))) throw error;
    }
  }

  /** The descriptor of the file that is now at the path. */
  private current(): number {
    const now = Date.now();
    if (this.fd !== null && (this.toReopen || Math.abs(now - this.lookedAt) >= LOOK_EVERY)) {
      this.lookedAt = now;
      if (this.toReopen || !isAt(this.fd, this.path)) {
        this.sync();
        closeSync(this.fd);
        this.fd = null;
      }
    }
    return this.fd ?? this.open();
  }

  private open(): number {
    this.fd = openSync(this.path, 'a', 0o640);
    this.toReopen = false;
    this.lookedAt = Date.now();
    return this.fd;
  }
}

function isAt(fd: number, path: string): boolean {
  try {
    const [here, there] = [fstatSync(fd), statSync(path)];
    return here.ino === there.ino && here.dev === there.dev;
  } catch {
    return false;
  }
}

/** Removes the last bytes of a file, which needs no room; returns whether that worked. */
function cutBack(fd: number, bytes: number): boolean {
  try {
    ftruncateSync(fd, fstatSync(fd).size - bytes);
    return true;
  } catch {
    return false;
  }
}
