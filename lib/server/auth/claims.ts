import 'server-only';
import { SignInError } from './sign-in-error';

/** What an identity provider, or a proxy, says of a person. */
export type Identity = {
  issuer: string;
  subject: string;
  name: string;
  /** Only an address that the provider reports as verified. */
  email: string | null;
  /** The domain that the person belongs to by their e-mail address or, at Google, by their Workspace. */
  domain: string | null;
  groups: readonly string[];
};

type Claims = Readonly<Record<string, unknown>>;
type ClaimNames = { groupsClaim: string; nameClaim: string };

const LONGEST_TEXT = 255;
const MOST_GROUPS = 1_000;
const LONGEST_NAME = 100;
const GOOGLE = 'https://accounts.google.com';

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_TEXT && !/\p{C}/u.test(value);

function emailOf({ email, email_verified }: Claims): string | null {
  const isAddress = isText(email) && /^[^\s@]+@[^\s@]+$/.test(email);
  return isAddress && email_verified === true ? email.toLowerCase() : null;
}

/**
 * The groups in a claim.
 * @throws SignInError `too_many_groups` where the provider left them out because there are too many, `sign_in_refused`
 *   where the claim is neither a text nor a list of texts
 */
function groupsOf(claims: Claims, claim: string): string[] {
  const elsewhere = claims._claim_names;
  const isLeftOut =
    (typeof elsewhere === 'object' && elsewhere !== null && Object.hasOwn(elsewhere, claim)) ||
    (claims.hasgroups !== undefined && claims.hasgroups !== false && claims[claim] === undefined);
  if (isLeftOut) throw new SignInError('too_many_groups', 'groups left out by the provider');
  const given = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
  if (given === undefined || given === null) return [];
  const groups = typeof given === 'string' ? [given] : given;
  if (!Array.isArray(groups) || groups.length > MOST_GROUPS || !groups.every(isGroup))
    throw new SignInError('sign_in_refused', 'the groups claim is no list of groups');
  return [...new Set(groups)];
}

const isGroup = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= 256 && !/\p{C}/u.test(value);

function nameOf(claims: Claims, claim: string, subject: string): string {
  const said = [claims[claim], claims.name, claims.preferred_username, claims.email, subject];
  const name = said.find((each): each is string => typeof each === 'string' && each.trim() !== '') ?? subject;
  return [...name.replace(/\p{C}+/gu, ' ').trim()].slice(0, LONGEST_NAME).join('') || subject;
}

/** Whether the claims mention groups at all, even if only to say that they are left out. */
export const saysGroups = (claims: Claims, claim: string) =>
  Object.hasOwn(claims, claim) || claims._claim_names !== undefined || claims.hasgroups !== undefined;

/**
 * The person in claims whose signature was verified.
 * @throws SignInError where they describe no person, or one whose groups are not known
 */
export function identityOf(claims: Claims, { groupsClaim, nameClaim }: ClaimNames): Identity {
  const { iss, sub, hd } = claims;
  if (!isText(iss) || !isText(sub)) throw new SignInError('sign_in_refused', 'no issuer or subject');
  const email = emailOf(claims);
  const isGoogle = iss === GOOGLE;
  const domain = isGoogle ? (isText(hd) ? hd.toLowerCase() : null) : (email?.split('@')[1] ?? null);
  return {
    issuer: iss,
    subject: sub,
    name: nameOf(claims, nameClaim, sub),
    email,
    domain,
    groups: groupsOf(claims, groupsClaim),
  };
}
