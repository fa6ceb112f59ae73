import 'server-only';
import type { PathKind } from './request-path';

export type HeaderContext = {
  kind: PathKind;
  nonce: string;
  isDevelopment: boolean;
  /** People reach the dashboard by https. */
  isHttps: boolean;
};

const OFF = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'xr-spatial-tracking',
];

const FIXED: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': OFF.map((feature) => `${feature}=()`).join(', '),
};

/** Names that no answer may carry: CORS would open what the guard closes, the others only reveal versions. */
export const FORBIDDEN = /^(access-control-.*|x-powered-by|server)$/i;

/** The Content-Security-Policy of an answer. Only pages run scripts. */
export function contentSecurityPolicy({ kind, nonce, isDevelopment }: HeaderContext): string {
  if (kind !== 'page' && kind !== 'auth')
    return "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // The dev overlay writes style elements without a nonce.
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // Rows of a virtual table get their position from a style attribute. docs/decisions/0002-csp-style-attributes.md
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** The security headers of an answer. */
export function securityHeaders(context: HeaderContext): Record<string, string> {
  return {
    ...FIXED,
    'Content-Security-Policy': contentSecurityPolicy(context),
    ...(context.isHttps && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
  };
}

/** Cache-Control of an answer, whatever Next chose: clients may keep only the hashed files of the build. */
export function cacheControl(kind: PathKind, status: number, chosen: string | undefined): string {
  if (kind === 'static' && chosen !== undefined && (status === 200 || status === 206 || status === 304))
    return chosen;
  return kind === 'page' ? 'private, no-store' : 'no-store';
}

/** Nothing behind the guard trusts these: the guard has already read them, from the peers it believes. */
const PRIVATE =
  /^(x-middleware-.*|content-security-policy.*|x-nonce|x-eni-atlas-.*|x-request-id|x-forwarded-.*|forwarded|x-real-ip)$/;

/**
 * Headers of Next's own router. A route of the API has no such answer, and Next would redirect to its own guess of the
 * address.
 */
const ROUTER = /^(rsc|next-.*|x-nextjs-.*)$/;

/** Whether Next, or the dashboard, would trust this request header, so that no client may send it. */
export function isPrivateHeader(name: string, kind: PathKind): boolean {
  return PRIVATE.test(name.toLowerCase()) || (kind === 'api' && ROUTER.test(name.toLowerCase()));
}
