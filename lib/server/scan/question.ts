import 'server-only';
import { createHash } from 'node:crypto';

/**
 * The question that a cursor belongs to: `text` is the search with the cells where it looks, `search` the search alone.
 * `asker` is null where there is no sign-in.
 */
export type Question = { accounts: string[]; text: string; search: string; asker: string | null };

export function digest(text: string, length = 12): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}

/** A question as its cursors carry it. */
export function digestsOf({ accounts, text, search, asker }: Question) {
  return {
    accounts: digest(accounts.join('\n')),
    question: digest(text),
    search: digest(search),
    asker: asker === null ? null : digest(asker),
  };
}
