import 'server-only';
import { grantsNow } from './access';
import type { Identity } from './claims';
import { whoOf } from './grants';
import { MOST_WHO } from './session';

/** How many bytes of groups that no grant names yet a session keeps. */
const LONGEST_UNNAMED = 600;

/** Every entry of `who` by which the access file could name a person, as many as a session has room for. */
function unnamedWho({ subject, email, domain, groups }: Identity): string[] {
  const entries = [
    `user:${subject}`,
    ...(email === null ? [] : [`email:${email}`]),
    ...(domain === null ? [] : [`domain:${domain}`]),
    ...groups.map((group) => `group:${group}`),
  ];
  let room = LONGEST_UNNAMED;
  return entries.slice(0, MOST_WHO).filter((entry) => {
    room -= Buffer.byteLength(entry);
    return room >= 0;
  });
}

/**
 * The entries of `who` that a person's session keeps: those that the access file names. Where it names none, all that
 * it may name later, so that a grant works as soon as the file is saved.
 */
export function whoAtSignIn(identity: Identity): string[] {
  const named = whoOf(grantsNow(), identity);
  return named.length > 0 ? named : unnamedWho(identity);
}
