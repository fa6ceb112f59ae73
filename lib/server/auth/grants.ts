import 'server-only';
import { EVERY, type Grant, ROLES, type Role } from './access-file';

/** What an identity says of a person, by which the access file may name them. */
export type WhoFacts = {
  subject: string;
  /** Only an address that the identity provider reports as verified. */
  email: string | null;
  /** The person's domain, where their address does not tell it. */
  domain?: string | null;
  groups: readonly string[];
};

function isNamed(
  who: string,
  { subject, email, groups, domain = email?.split('@')[1] ?? null }: WhoFacts,
): boolean {
  const at = who.indexOf(':');
  const value = who.slice(at + 1);
  switch (who.slice(0, at)) {
    case 'group':
      return groups.includes(value);
    case 'user':
      return subject === value;
    case 'email':
      return email !== null && email.toLowerCase() === value.toLowerCase();
    case 'domain':
      return domain !== null && domain.toLowerCase() === value.toLowerCase();
    default:
      return false;
  }
}

/**
 * The `who` entries of the access file that name a person, each once: a session keeps these. `anyone` is not among
 * them, since it names every person.
 */
export function whoOf(grants: readonly Grant[], facts: WhoFacts): string[] {
  const named = new Set<string>();
  for (const { who } of grants)
    for (const entry of who) if (!named.has(entry) && isNamed(entry, facts)) named.add(entry);
  return [...named];
}

/** One grant as it applies to a person. */
type Right = Pick<Grant, 'id' | 'role' | 'accounts' | 'regions'>;

/** What an asker may do: the union of these. `every` is the dashboard of one person, which has no grants. */
export type Rights = 'every' | readonly Right[];

/** The grants that apply to a person whose session has these `who` entries. */
export function grantsFor(grants: readonly Grant[], who: readonly string[]): Rights {
  const named = new Set([...who, 'anyone']);
  return grants.filter((grant) => grant.who.some((entry) => named.has(entry)));
}

const has = (list: readonly string[], name: string) => list.includes(EVERY) || list.includes(name);
const isAtLeast = (role: Role, least: Role) => ROLES.indexOf(role) >= ROLES.indexOf(least);

/** Whether rights include a role in one account and region. */
export function mayIn(rights: Rights, role: Role, account: string, region: string): boolean {
  if (rights === 'every') return true;
  return rights.some(
    (right) => isAtLeast(right.role, role) && has(right.accounts, account) && has(right.regions, region),
  );
}

/** Whether rights include a role anywhere. */
export function mayAnywhere(rights: Rights, role: Role): boolean {
  return rights === 'every' || rights.some((right) => isAtLeast(right.role, role));
}

/** The highest role that rights include anywhere; null where there is none. */
export function highestRole(rights: Rights): Role | null {
  return ROLES.findLast((role) => mayAnywhere(rights, role)) ?? null;
}

/**
 * The regions of an account that rights name, in the order of the grants; null means every region; an empty list, no
 * access.
 */
export function regionsGranted(rights: Rights, account: string): readonly string[] | null {
  if (rights === 'every') return null;
  const there = rights.filter((right) => has(right.accounts, account));
  if (there.some(({ regions }) => regions.includes(EVERY))) return null;
  return [...new Set(there.flatMap(({ regions }) => regions))];
}

/** The ids of the grants, for the audit trail. */
export function grantIds(rights: Rights): string[] {
  return rights === 'every' ? [] : rights.map(({ id }) => id);
}

/** Whether a single grant gives a role in all accounts and regions, future ones included. */
export function mayEverywhere(rights: Rights, role: Role): boolean {
  if (rights === 'every') return true;
  return rights.some(
    (right) => isAtLeast(right.role, role) && right.accounts.includes(EVERY) && right.regions.includes(EVERY),
  );
}
