import 'server-only';
import type { ProblemCode } from '@/lib/eni/problem';
import { BUILTIN_REGIONS } from '@/lib/eni/region';
import { accounts } from '../accounts';
import { ConfigError, config } from '../config/config';
import { type AccessFile, type Grant, type Known, parseAccessFile } from './access-file';
import type { Asker } from './asker';
import { grantsFor, type Rights } from './grants';
import { parseTokenFile, rightsOfToken, type Token, type TokenFile, tokenOf } from './token-file';
import { WatchedFile } from './watched-file';

type Access = {
  grants: WatchedFile<AccessFile> | null;
  tokens: WatchedFile<TokenFile> | null;
  /** When each token was last used, by its id, in ms since the epoch. */
  used: Map<string, number>;
};

/** One in a process: guard and app are bundled apart, and have to decide by the same text. */
const ACCESS = Symbol.for('eni-atlas.access');
const shared = globalThis as { [ACCESS]?: Access };

/** What the files may name: the configured accounts, and the regions that are known without asking the cloud. */
function known(): Known {
  const offered = new Set([
    ...(config().regions ?? []),
    ...accounts().flatMap(({ regions }) => regions ?? []),
  ]);
  return {
    accounts: accounts().map(({ name }) => name),
    isRegion: (region) => offered.has(region) || BUILTIN_REGIONS.has(region),
  };
}

function tell(variable: string, problems: readonly string[]): void {
  // Only the app has a log; the guard's bundle has none.
  for (const problem of problems)
    process.stderr.write(`eni-atlas: ${variable}: ${problem}. What was valid before still holds.\n`);
}

function access(): Access {
  const { accessFile, tokensFile } = config();
  shared[ACCESS] ??= {
    grants:
      accessFile === null
        ? null
        : new WatchedFile(
            accessFile,
            (text) => parseAccessFile(text, known()),
            (problems) => tell('ENI_ATLAS_ACCESS_FILE', problems),
          ),
    tokens:
      tokensFile === null
        ? null
        : new WatchedFile(
            tokensFile,
            (text) => parseTokenFile(text, known()),
            (problems) => tell('ENI_ATLAS_TOKENS_FILE', problems),
          ),
    used: new Map(),
  };
  return shared[ACCESS];
}

/**
 * Reads the files of grants and tokens for the first time, where there is sign-in.
 * @throws ConfigError with everything that is wrong with them
 */
export function openAccess(): void {
  if (config().authMode === 'none') return;
  const { grants, tokens } = access();
  grants?.current();
  tokens?.current();
  const problems = [
    ...(grants?.problems ?? []).map((problem) => `ENI_ATLAS_ACCESS_FILE: ${problem}.`),
    ...(tokens?.problems ?? []).map((problem) => `ENI_ATLAS_TOKENS_FILE: ${problem}.`),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
}

/** The grants that hold now; none where there is no access file. */
export function grantsNow(): readonly Grant[] {
  return access().grants?.current()?.grants ?? [];
}

/** The token with that id, while the file has it and it has not ended. */
export function tokenNow(id: string, now = Date.now()): Token | null {
  const token = access().tokens?.current(now)?.get(id);
  return token && now < Date.parse(token.expires) ? token : null;
}

/** How long before a token ends the warnings begin, in ms: time to give a new one to the people who run the script. */
const WARN_WITHIN = 14 * 24 * 3_600_000;

/** Every token in the file, ended or not. */
export function tokensKnown(now = Date.now()): Token[] {
  return [...(access().tokens?.current(now)?.values() ?? [])];
}

/** The tokens that still hold and end within 14 days, the next to end first. */
export function tokensEnding(now = Date.now()): Token[] {
  const left = ({ expires }: Token) => Date.parse(expires) - now;
  return tokensKnown(now)
    .filter((token) => left(token) > 0 && left(token) <= WARN_WITHIN)
    .sort((a, b) => left(a) - left(b));
}

/** What an asker may see and do, by the files as they are now. */
export function rightsOf(asker: Asker): Rights {
  if (asker.kind === 'none') return 'every';
  if (asker.kind === 'person') return grantsFor(grantsNow(), asker.who);
  const token = tokenNow(asker.id);
  return token ? rightsOfToken(token) : [];
}

/** Whether an asker may read the metrics: a token with that scope, or anyone where the dashboard has no sign-in. */
export function mayReadMetrics(asker: Asker): boolean {
  if (asker.kind === 'none') return true;
  return asker.kind === 'token' && (tokenNow(asker.id)?.scopes.includes('metrics') ?? false);
}

/** When tokens were last used in this process, in ms since the epoch. */
export function tokensUsed(): ReadonlyMap<string, number> {
  return access().used;
}

/** Whether each file is valid as it is now; those that are not configured are left out. */
export function filesValid(): { file: 'access' | 'tokens'; isValid: boolean }[] {
  if (config().authMode === 'none') return [];
  const { grants, tokens } = access();
  grants?.current();
  tokens?.current();
  return [
    ...(grants ? [{ file: 'access' as const, isValid: grants.problems.length === 0 }] : []),
    ...(tokens ? [{ file: 'tokens' as const, isValid: tokens.problems.length === 0 }] : []),
  ];
}

/** What the guard knows of a request from its headers and its address. */
export type Credentials = {
  /** The request target as it was sent. */
  target: string;
  rawHeaders: readonly string[];
  /** The request also carries a session cookie, valid or not. */
  hasCookie: boolean;
};

type Refused = { code: ProblemCode; detail: string };

const BAD_TOKEN: Refused = { code: 'token_invalid', detail: 'The token is not valid here.' };

function hasTokenInQuery(target: string): boolean {
  // Most addresses contain neither the word nor an escape that could spell it, so they are not parsed.
  if (!/token|%/i.test(target)) return false;
  const query = new URLSearchParams(target.split('?').slice(1).join('?'));
  return query.has('token') || query.has('access_token');
}

/**
 * The asker that a request's token stands for; null where the request has no token, so that its session decides.
 * @param now ms since the epoch
 */
export function judgeToken(
  { target, rawHeaders, hasCookie }: Credentials,
  now = Date.now(),
): { asker: Asker & { kind: 'token' } } | { refused: Refused } | null {
  if (hasTokenInQuery(target))
    return {
      refused: {
        code: 'token_in_url',
        detail: 'Addresses are kept in logs and histories. Send the token as Authorization: Bearer.',
      },
    };
  const given = rawHeaders.filter(
    (_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'authorization',
  );
  const [authorization] = given;
  if (authorization === undefined) return null;
  if (given.length > 1 || hasCookie)
    return {
      refused: {
        code: 'two_askers',
        detail: 'One asker a request: one Authorization header, and no session beside it.',
      },
    };
  const [, text = ''] = /^bearer +(\S+)$/i.exec(authorization.trim()) ?? [];
  const { tokens, used } = access();
  const token = tokenOf(text, tokens?.current(now) ?? new Map(), now);
  if (token === null) return { refused: BAD_TOKEN };
  used.set(token.id, now);
  return { asker: { kind: 'token', id: token.id } };
}
