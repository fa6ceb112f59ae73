import 'server-only';

/** People reach the dashboard by https, so browsers tie its cookies to this host. */
export type CookieContext = { isHttps: boolean };

const prefixed = (name: string, { isHttps }: CookieContext) => (isHttps ? `__Host-${name}` : name);

/** The cookie of a session. On http, which only loopback may use, browsers reject the `__Host-` prefix. */
export const sessionCookie = (context: CookieContext) => prefixed('eni_atlas', context);
/** Cookies of sign-in attempts begin with this; each ends with the id of its attempt. */
export const attemptCookie = (context: CookieContext, attempt = '') =>
  prefixed(`eni_atlas_login_${attempt}`, context);

/** The cookies of a request, in the order in which they were sent; one name may be there twice. */
export function cookiesIn(header: string | undefined): [name: string, value: string][] {
  return (header ?? '').split(';').flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    return at < 1 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]];
  });
}

/** A `Set-Cookie` that scripts cannot read, and that browsers do not send from other sites except with links. */
export function setCookie(name: string, value: string, context: CookieContext, maxAge?: number): string {
  return [
    `${name}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(context.isHttps ? ['Secure'] : []),
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
  ].join('; ');
}

/** A `Set-Cookie` that ends one. */
export const clearCookie = (name: string, context: CookieContext) => setCookie(name, '', context, 0);
