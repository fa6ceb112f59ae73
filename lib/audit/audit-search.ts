import { AUDIT_AUTHS, AUDIT_KINDS, type AuditLine, auditKindOf } from './audit-line';

/** Filters of the audit trail, one value each; what is absent leaves everything. */
export const AUDIT_FILTERS = ['kind', 'who', 'account', 'auth', 'mark', 'session'] as const;

export type AuditFilter = (typeof AUDIT_FILTERS)[number];
export type AuditSearch = { day: string | null } & Partial<Record<AuditFilter, string>>;

/** Used as the account to find lines without one. */
export const NO_ACCOUNT = 'none';

const ENUMS: Partial<Record<AuditFilter, readonly string[]>> = { kind: AUDIT_KINDS, auth: AUDIT_AUTHS };
const LONGEST = 300;

/** Whether a text is a day that there is, such as 2026-12-31. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export type AuditIssue = {
  field: string;
  code: 'unknown_parameter' | 'malformed' | 'invalid_enum' | 'duplicate_parameter';
  allowed: string[];
};

/** What a query asks of the audit trail, and the parts of it that cannot be read, which are left out. */
export function parseAuditSearch(
  params: URLSearchParams,
  own: readonly string[] = [],
): { search: AuditSearch; issues: AuditIssue[] } {
  const search: AuditSearch = { day: null };
  const issues: AuditIssue[] = [];
  const keys: readonly string[] = ['day', ...AUDIT_FILTERS];
  for (const key of new Set(params.keys())) {
    const value = params.get(key) ?? '';
    const filter = AUDIT_FILTERS.find((each) => each === key);
    const words = filter && ENUMS[filter];
    if (own.includes(key)) continue;
    if (!keys.includes(key))
      issues.push({ field: key, code: 'unknown_parameter', allowed: [...keys, ...own] });
    else if (params.getAll(key).length > 1)
      issues.push({ field: key, code: 'duplicate_parameter', allowed: [`${key} once`] });
    else if (key === 'day' ? !isDay(value) : value === '' || value.length > LONGEST || /\p{C}/u.test(value))
      issues.push({
        field: key,
        code: 'malformed',
        allowed: [key === 'day' ? '2026-12-31' : `1 to ${LONGEST} characters`],
      });
    else if (words && !words.includes(value))
      issues.push({ field: key, code: 'invalid_enum', allowed: [...words] });
    else if (filter) search[filter] = value;
    else search.day = value;
  }
  return { search, issues };
}

/** A search as a query, without `?`; the query omits what is not set. */
export function toAuditQuery(search: AuditSearch): string {
  const entries = [['day', search.day] as const, ...AUDIT_FILTERS.map((key) => [key, search[key]] as const)];
  return new URLSearchParams(entries.flatMap(([key, value]) => (value ? [[key, value]] : []))).toString();
}

/** Whose line it is, the same in all of their sessions: `token:…` or the lasting id of a person; null for no asker. */
export function whoOfLine({ user, token }: Pick<AuditLine, 'user' | 'token'>): string | null {
  if (token !== null) return `token:${token}`;
  return user && `${user.iss} ${user.sub}`;
}

/** The accounts of a line: those that it served, else those that were asked for. */
export function accountsOfLine({ scopeServed, scopeAsked }: AuditLine): string[] {
  const { accounts = [] } = scopeServed ?? scopeAsked ?? {};
  return accounts.length > 0 ? accounts : [NO_ACCOUNT];
}

/** Whether the filters leave a line. */
export function keepsLine(search: AuditSearch, line: AuditLine): boolean {
  const { kind, who, account, auth, mark, session } = search;
  return (
    (kind === undefined || auditKindOf(line) === kind) &&
    (who === undefined || whoOfLine(line) === who) &&
    (account === undefined || accountsOfLine(line).includes(account)) &&
    (auth === undefined || line.auth === auth) &&
    (mark === undefined || line.filters?.digest === mark) &&
    (session === undefined || line.session === session)
  );
}
