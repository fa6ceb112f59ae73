import 'server-only';
import { createHash } from 'node:crypto';

/** What a cursor belongs to. */
export type Question = { accounts: string[]; text: string };

export function digest(text: string, length = 12): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}

/** A question as its cursors carry it. */
export function digestsOf({ accounts, text }: Question): { accounts: string; question: string } {
  return { accounts: digest(accounts.join('\n')), question: digest(text) };
}
