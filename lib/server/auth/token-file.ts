import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import {
  type FileProblems,
  grantScopeShape,
  type Known,
  parseJsonFile,
  problemsOf,
  repeatedIds,
  unknownAccounts,
  unknownRegions,
} from './access-file';
import type { Rights } from './grants';

const SCOPES = ['read', 'export', 'metrics'] as const;

const DAY = 24 * 3_600_000;
/** The longest lifetime of a token, in days. */
const MOST_DAYS = 366;

const time = z.union([z.iso.datetime({ offset: true }), z.iso.date()], 'must be a time in ISO 8601');

const tokenSchema = z
  .strictObject({
    id: z.string().regex(/^[\w-]{8}$/, 'must be the 8 characters after eat_'),
    name: z.string().regex(/^[^\p{C}]{1,64}$/u, 'must have 1 to 64 printable characters'),
    /** Of the whole token, in hex. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits in lower case'),
    owner: z.string().regex(/^[^\p{C}]{1,256}$/u, 'must have 1 to 256 printable characters'),
    scopes: z.array(z.enum(SCOPES)).min(1, 'must name at least one'),
    ...grantScopeShape,
    created: time,
    expires: time,
  })
  .refine(
    ({ created, expires }) => {
      const length = Date.parse(expires) - Date.parse(created);
      return length > 0 && length <= MOST_DAYS * DAY;
    },
    { path: ['expires'], message: `must be after created, by at most ${MOST_DAYS} days` },
  );

/** A token as its file keeps it: never the secret itself. */
export type Token = z.infer<typeof tokenSchema>;

const tokensSchema = z.strictObject({ version: z.literal(1), tokens: z.array(tokenSchema).max(10_000) });

/** The tokens by their ids. */
export type TokenFile = ReadonlyMap<string, Token>;

/** The tokens in the text of a tokens file, or what is wrong with it. */
export function parseTokenFile(text: string, known: Known): TokenFile | FileProblems {
  const json = parseJsonFile(text);
  if ('problems' in json) return json;
  const parsed = tokensSchema.safeParse(json.content);
  if (!parsed.success) return { problems: problemsOf(parsed.error) };
  const { tokens } = parsed.data;
  const problems = [
    ...repeatedIds('tokens', tokens),
    ...unknownAccounts('tokens', tokens, known.accounts),
    ...unknownRegions('tokens', tokens, known.isRegion),
  ];
  return problems.length > 0 ? { problems } : new Map(tokens.map((token) => [token.id, token]));
}

const sha256 = (text: string) => createHash('sha256').update(text).digest();
const NOBODYS = sha256('');

/**
 * The token that matches a text. Null where the token is unknown, its secret is wrong or it has ended; each case takes
 * the same work.
 * @param now ms since the epoch
 */
export function tokenOf(text: string, tokens: TokenFile, now: number): Token | null {
  const [, id = ''] = /^eat_([\w-]{8})_[\w-]{43}$/.exec(text) ?? [];
  const token = tokens.get(id);
  const isSecret = timingSafeEqual(sha256(text), token ? Buffer.from(token.sha256, 'hex') : NOBODYS);
  return token && isSecret && now < Date.parse(token.expires) ? token : null;
}

/** What a token may do: no more than its scopes allow, in its own accounts × regions. `export` includes `read`. */
export function rightsOfToken({ id, scopes, accounts, regions }: Token): Rights {
  const role = scopes.includes('export') ? 'exporter' : scopes.includes('read') ? 'viewer' : null;
  return role === null ? [] : [{ id: `token:${id}`, role, accounts, regions }];
}
