import 'server-only';
import type { Identity } from './claims';
import { MOST_WHO } from './session';

/** How many bytes of groups a session keeps that nobody has named yet. */
const LONGEST_UNNAMED = 600;

/** Every entry of `who` by which the access file could name a person, as many as a session has room for. */
export function unnamedWho({ subject, email, domain, groups }: Identity): string[] {
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

/** The entries of `who` that a person's session keeps. */
export function whoAtSignIn(identity: Identity): string[] {
  return unnamedWho(identity);
}
