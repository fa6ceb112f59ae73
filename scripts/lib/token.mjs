import { createHash, randomBytes } from 'node:crypto';

export const TOKEN_SCOPES = ['read', 'export', 'metrics'];
const MOST_DAYS = 366;
const DAY = 24 * 3_600_000;

/**
 * Makes a token, and what the tokens file keeps of it.
 * @param {{ name: string, owner: string, scopes: string[], accounts: string[], regions: string[], days: number }} wanted
 * @returns {{ token: string, entry: { id: string } & Record<string, unknown> }} the token is nowhere but here
 */
export function makeToken({ name, owner, scopes, accounts, regions, days }, now = Date.now()) {
  // 6 and 32 bytes are 8 and 43 characters in base64url.
  const id = randomBytes(6).toString('base64url');
  const token = `eat_${id}_${randomBytes(32).toString('base64url')}`;
  return {
    token,
    entry: {
      id,
      name,
      sha256: createHash('sha256').update(token).digest('hex'),
      owner,
      scopes,
      accounts,
      regions,
      created: new Date(now).toISOString(),
      expires: new Date(now + days * DAY).toISOString(),
    },
  };
}

/** Days in a text such as 90d or 12h; null where it is none, or too long. */
export function daysIn(text) {
  const [, amount, unit] = /^(\d{1,5})([dh])$/.exec(text) ?? [];
  const days = Number(amount) / (unit === 'h' ? 24 : 1);
  return amount !== undefined && days > 0 && days <= MOST_DAYS ? days : null;
}
