import 'server-only';
import { createHash } from 'node:crypto';
import { ProblemError } from '@/lib/eni/problem';
import { toEniQueryString } from '@/lib/search/params';
import { ALL, type Search, termKey } from '@/lib/search/search';
import type { Account } from '../accounts';
import type { Trace } from '../aliyun/upstream';
import { auditMark, isAudited, recordAudit } from '../audit/audit';
import type { AuditEntry } from '../audit/trail';
import { rightsOf } from '../auth/access';
import type { Role } from '../auth/access-file';
import { type Asker, askerOf, forwardedForOf, peerOf, type ReadableHeaders } from '../auth/asker';
import { grantIds, type Rights } from '../auth/grants';
import { cursorForbidden, wasGivenFor } from '../scan/cursor';
import { cursorKeys } from '../scan/cursor-keys';
import { accountNamed, cutScope, type GrantedScope, toldScope } from '../scope';
import { begin, countFresh } from './fairness';

/** Changes that can turn an asker's earlier scope into another one, or none. */
const CUT_AWAY = ['no_grant', 'unknown_account', 'region_not_granted', 'role_needed'];
/** The most scope names, and ids of calls, in a line of the audit trail. */
const MOST_NAMES = 100;

/** When a throttled record was last written, by action and asker. */
const recorded = new Map<string, number>();

/** An asker as one key, the same in all of their sessions; null where there is no sign-in. */
export function askerKey(asker: Asker): string | null {
  if (asker.kind === 'none') return null;
  return asker.kind === 'token' ? `token ${asker.id}` : `${asker.issuer} ${asker.subject}`;
}

const few = (names: readonly string[]) => names.slice(0, MOST_NAMES).map((name) => name.slice(0, 64));

const markOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 10);

/** The facts about the asker that every line of theirs in the audit trail has. */
export function askerFacts(asker: Asker, rights: Rights) {
  const person = asker.kind === 'person' ? asker : null;
  return {
    user: person && {
      iss: person.issuer,
      sub: person.subject,
      name: person.name,
      email: person.email,
    },
    auth: person ? person.mode : asker.kind === 'token' ? ('token' as const) : ('none' as const),
    token: asker.kind === 'token' ? asker.id : null,
    session: person && markOf(person.sessionId),
    grants: grantIds(rights),
  };
}

/** The result of a visit, for its line in the audit trail. */
export type Outcome = Pick<AuditEntry, 'status' | 'code' | 'ms'> &
  Partial<Pick<AuditEntry, 'bytes' | 'rows' | 'complete' | 'stopped' | 'cloudRequestIds'>>;

/**
 * One request of one asker: the part of the requested scope that they may see, and the facts that go on record. A route
 * with data gets its scope here and nowhere else.
 */
export class Visit {
  readonly asker: Asker;
  readonly rights: Rights;
  /** Rows in the answer, where it has rows. */
  rows: number | null = null;
  private asked: AuditEntry['scopeAsked'] = null;
  private served: AuditEntry['scopeServed'] = null;
  private filters: AuditEntry['filters'] = null;
  private readonly ends: (() => void)[] = [];

  /** @throws ProblemError `signed_out` */
  constructor(
    private readonly headers: ReadableHeaders,
    readonly trace: Trace,
  ) {
    this.asker = askerOf(headers);
    this.rights = rightsOf(this.asker);
    const key = askerKey(this.asker);
    if (key !== null) trace.asker = key;
  }

  /**
   * Where a search looks, within the asker's rights.
   * @param more `role` is the role that they need there; `cursor` is where they want to go on
   * @throws ProblemError for a scope that is wrong or not granted; `cursor_forbidden` where it was granted when the
   *   cursor was given
   */
  async scope(
    search: Pick<Search, 'accounts' | 'regions'> & Partial<Search>,
    more: { role?: Role; cursor?: string | null } = {},
  ): Promise<GrantedScope> {
    const { accounts, regions, terms = [] } = search;
    if (isAudited()) {
      this.asked = { accounts: few(accounts), regions: few(regions) };
      if (terms.length > 0)
        this.note(terms.map(termKey), toEniQueryString({ accounts: [], regions: [], terms }));
    }
    try {
      const scope = await cutScope(search, this.rights, more.role);
      this.takeTurn(search, more);
      if (isAudited()) {
        const { accounts: names, regions: ids } = toldScope(scope);
        this.served = { accounts: few(names), regions: few(ids) };
      }
      return scope;
    } catch (error) {
      if (more.cursor && (await this.hadScope(error, more.cursor, { accounts, regions, terms })))
        throw cursorForbidden();
      throw error;
    }
  }

  /**
   * One of the accounts that the asker may see; the first of them when none is named.
   * @throws ProblemError `unknown_account`, `no_grant`
   */
  account(name: string | undefined): Account {
    return accountNamed(name, this.rights);
  }

  /** Ends the operations of this visit that count against the asker's limit. */
  leave(): void {
    for (const end of this.ends.splice(0)) end();
  }

  /** Puts filters on record: their keys, and a mark of their text. */
  note(keys: readonly string[], text: string): void {
    if (isAudited()) this.filters = { keys: few([...new Set(keys)]), digest: auditMark(text) };
  }

  /**
   * Puts the answer on record, before it is given.
   * @throws ProblemError `audit_unavailable`
   */
  record(action: string, outcome: Outcome): void {
    if (!isAudited()) return;
    const { calls, requestId, isFresh = false } = this.trace;
    const { status } = outcome;
    const isDenied = status === 401 || status === 403 || outcome.code === 'unknown_account';
    recordAudit(
      {
        reqId: requestId,
        ...askerFacts(this.asker, this.rights),
        peer: peerOf(this.headers),
        forwardedFor: forwardedForOf(this.headers),
        ua: this.headers.get('user-agent')?.slice(0, 200) ?? null,
        action,
        scopeAsked: this.asked,
        scopeServed: this.served,
        filters: this.filters,
        fresh: isFresh,
        rows: this.rows,
        bytes: null,
        cloudRequestIds: [...new Set(calls.flatMap(({ requestId: id }) => id ?? []))].slice(0, MOST_NAMES),
        cache:
          calls.length === 0
            ? null
            : calls.some(({ stale }) => stale !== null)
              ? 'stale'
              : calls.every(({ cached }) => cached)
                ? 'hit'
                : 'miss',
        ...outcome,
      },
      isDenied || action.startsWith('export'),
    );
  }

  /**
   * Puts a request that repeats every few seconds on record once a minute for each asker, like the time of a last use.
   * @throws ProblemError `audit_unavailable`
   */
  recordSometimes(action: string): void {
    const key = `${action} ${askerKey(this.asker)}`;
    const now = Date.now();
    if (now - (recorded.get(key) ?? 0) < 60_000) return;
    this.record(action, { status: 200, code: null, ms: 0 });
    recorded.set(key, now);
  }

  /** Puts on record how an answer ended that began before. It has been given, so nothing can be refused any more. */
  recordEnd(
    action: string,
    outcome: Pick<Outcome, 'status' | 'ms'>,
    { rows, complete, stopped, code }: Record<string, string | number | boolean>,
  ): void {
    try {
      this.record(action, {
        ...outcome,
        code: typeof code === 'string' ? code : null,
        ...(typeof rows === 'number' && { rows }),
        ...(typeof complete === 'boolean' && { complete }),
        ...(typeof stopped === 'string' && { stopped }),
      });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }

  /** @throws ProblemError `asker_busy` */
  private takeTurn(
    { accounts, regions }: Pick<Search, 'accounts' | 'regions'>,
    { role, cursor }: { role?: Role; cursor?: string | null },
  ): void {
    const { asker, isFresh } = this.trace;
    // Without sign-in, all askers count as one person.
    if (asker === undefined) return;
    if (role === 'exporter') this.ends.push(begin(asker, 'export'));
    else if (accounts[0] === ALL || regions[0] === ALL) this.ends.push(begin(asker, 'wide'));
    // The following pages belong to the refresh that the first one began.
    if (isFresh && !cursor) countFresh(asker);
  }

  private async hadScope(error: unknown, cursor: string, search: Search): Promise<boolean> {
    if (!(error instanceof ProblemError) || !CUT_AWAY.includes(error.problem.code)) return false;
    const question = { search: toEniQueryString(search), asker: askerKey(this.asker) };
    return question.asker !== null && wasGivenFor(cursor, question, await cursorKeys());
  }
}
