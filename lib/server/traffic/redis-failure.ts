import 'server-only';

/** First words of Redis' error replies. The rest of a reply may hold a user's name or a key. */
const WORDS = [
  'WRONGPASS',
  'NOAUTH',
  'NOPERM',
  'OOM',
  'READONLY',
  'MOVED',
  'ASK',
  'CROSSSLOT',
  'TRYAGAIN',
  'CLUSTERDOWN',
  'MASTERDOWN',
  'NOREPLICAS',
  'MISCONF',
  'LOADING',
  'BUSY',
  'ERR',
];

const CODE = /^[A-Z][A-Z0-9_]{2,59}$/;

/**
 * Why Redis fails, in one word without a secret, for the log and as a label: the first word of its reply where that is a
 * known one, else `OTHER`; the code of an error of the socket or of TLS; `CLOSED` where a connection ended without one.
 */
export function redisFailureOf(error: unknown): string {
  if (!(error instanceof Error)) return 'OTHER';
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && CODE.test(code)) return code;
  if (error.name !== 'ReplyError') return 'CLOSED';
  // Redis 6 puts its own words before the error that a script met: ERR Error running script … -READONLY You can't
  // write.
  const met: string[] = error.message.match(/[A-Z]{3,}/g) ?? [];
  const known = WORDS.filter((word) => met.includes(word));
  return known[0] ?? 'OTHER';
}
