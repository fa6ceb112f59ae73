import 'server-only';

/** `api`: data for programs, including the metrics. `auth`: the steps of signing in and out, which are not pages. */
export type PathKind = 'health' | 'api' | 'auth' | 'static' | 'page';

/** The methods of each step of signing in and out. */
export const AUTH_METHODS: Readonly<Record<string, string>> = {
  '/auth/login': 'GET',
  '/auth/callback': 'GET',
  '/auth/logout': 'POST',
  '/auth/password': 'POST',
  '/auth/backchannel-logout': 'POST',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNSAFE = /[\u0000-\u001f\u007f\\]|\/\/|(^|\/)\.{1,2}(\/|;|$)/;
const DATA = /^\/(api|metrics)/i;
const STEP = /^\/auth\//i;
const NEEDLESS_ESCAPE = /%(2[de]|3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\dae])/i;

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * What a request path asks for; null where no honest client would write it so. Next decodes and cleans paths in its own
 * order, so we refuse a path that could mean two things: no spelling of /api or /metrics may bypass their checks.
 */
export function pathKindOf(rawPath: string): PathKind | null {
  if (rawPath === '/healthz' || rawPath === '/readyz') return 'health';
  const path = decode(rawPath);
  if (path === null || UNSAFE.test(path) || UNSAFE.test(rawPath)) return null;
  // Decoding it twice must change nothing: %2561pi is /api to a reader that decodes once more.
  if (/%[0-9a-f]{2}/i.test(path)) return null;
  if (DATA.test(path)) return NEEDLESS_ESCAPE.test(rawPath) ? null : 'api';
  if (STEP.test(path) && (NEEDLESS_ESCAPE.test(rawPath) || path !== path.toLowerCase())) return null;
  if (Object.hasOwn(AUTH_METHODS, path)) return 'auth';
  return path.startsWith('/_next/static/') ? 'static' : 'page';
}

/** Whether a query is percent-encoded UTF-8. URLSearchParams would replace invalid bytes by U+FFFD, and match that. */
export function isEncodedQuery(query: string): boolean {
  return /^[\x20-\x7e]*$/.test(query) && decode(query) !== null;
}
