import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { ApiError } from './errors';
import { type AccessKey, keyOf } from './keys';

const CREDENTIAL =
  /^ACS3-HMAC-SHA256 Credential=([^,]+),\s*SignedHeaders=([a-z0-9;_-]+),\s*Signature=([0-9a-f]{64})$/;
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const VALID_FOR_MS = 15 * 60_000;

export interface SignedRequest {
  method: string;
  url: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Buffer;
}

export interface VerifyOptions {
  nonces: NonceStore;
  now: number;
  echoStringToSign: boolean;
}

export function sha256(input: string | Buffer): string {
  return createHash('sha256').update(input).digest('hex');
}

/** RFC 3986 encoding, as ACS3 wants it: encodeURIComponent leaves `!'()*` bare. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The text whose hash is signed. The query is decoded and encoded again, as clients leave different characters bare. */
export function canonicalRequest(request: SignedRequest, names: readonly string[]): string {
  const url = new URL(request.url, 'http://emulator');
  const query = [...url.searchParams]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');
  const headers = names.map((name) => `${name}:${(request.headers[name] ?? '').trim()}\n`).join('');
  return [request.method, url.pathname, query, headers, names.join(';'), sha256(request.body)].join('\n');
}

/** The signature of a canonical request. */
export function signatureOf(canonical: string, secret: string): string {
  return createHmac('sha256', secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex');
}

/** The access key id a request claims, unverified; for the call log and the fault rules. */
export function claimedKeyId(headers: Record<string, string>): string | undefined {
  return CREDENTIAL.exec(headers.authorization ?? '')?.[1];
}

/** The key that signed the request, or the ApiError that the cloud would answer. */
export function verify(request: SignedRequest, options: VerifyOptions): AccessKey {
  const { headers } = request;
  const match = CREDENTIAL.exec(headers.authorization ?? '');
  const [, accessKeyId = '', signedHeaders = '', signature = ''] = match ?? [];
  if (!match) {
    const tail = options.echoStringToSign
      ? ` server string to sign is:${request.method}&%2F&${request.url}`
      : '';
    throw new ApiError(
      400,
      'IncompleteSignature',
      `The request signature does not conform to Aliyun standards.${tail}`,
    );
  }
  const key = keyOf(accessKeyId);
  if (!key) throw new ApiError(404, 'InvalidAccessKeyId.NotFound', 'Specified access key is not found.');
  if (key.inactive)
    throw new ApiError(400, 'InvalidAccessKeyId.Inactive', 'Specified access key is disabled.');
  checkDate(headers['x-acs-date'] ?? '', options.now);

  const names = signedHeaders.split(';');
  const mustBeSigned = ['host', ...Object.keys(headers).filter((name) => name.startsWith('x-acs-'))];
  const canonical = canonicalRequest(request, names);
  const expected = signatureOf(canonical, key.accessKeySecret);
  const matches =
    mustBeSigned.every((name) => names.includes(name)) &&
    headers['x-acs-content-sha256'] === sha256(request.body) &&
    timingSafeEqual(Buffer.from(expected), Buffer.from(signature));
  if (!matches) {
    const tail = options.echoStringToSign ? ` server string to sign is:${canonical}` : '';
    throw new ApiError(
      400,
      'SignatureDoesNotMatch',
      `Specified signature is not matched with our calculation.${tail}`,
    );
  }
  checkToken(key, headers['x-acs-security-token']);
  const nonce = headers['x-acs-signature-nonce'] ?? '';
  if (!nonce || !options.nonces.use(`${accessKeyId} ${nonce}`, options.now)) {
    throw new ApiError(400, 'SignatureNonceUsed', 'Specified signature nonce was used already.');
  }
  return key;
}

function checkDate(date: string, now: number): void {
  if (!DATE.test(date) || Number.isNaN(Date.parse(date))) {
    throw new ApiError(
      400,
      'InvalidTimeStamp.Format',
      'Specified time stamp or date value is not well formatted.',
    );
  }
  if (Math.abs(now - Date.parse(date)) > VALID_FOR_MS) {
    throw new ApiError(400, 'InvalidTimeStamp.Expired', 'Specified time stamp or date value is expired.');
  }
}

function checkToken(key: AccessKey, token: string | undefined): void {
  if (key.securityToken === undefined) {
    if (!token) return;
    throw new ApiError(
      400,
      'InvalidSecurityToken.MismatchWithAccessKey',
      'Specified SecurityToken mismatch with the AccessKey.',
    );
  }
  if (!token) {
    throw new ApiError(400, 'MissingSecurityToken', 'SecurityToken is mandatory for this action.');
  }
  if (!/^[\w+/=.-]+$/.test(token)) {
    throw new ApiError(400, 'InvalidSecurityToken.Malformed', 'Specified SecurityToken is malformed.');
  }
  if (token !== key.securityToken) {
    throw new ApiError(
      400,
      'InvalidSecurityToken.MismatchWithAccessKey',
      'Specified SecurityToken mismatch with the AccessKey.',
    );
  }
  if (key.expired === 'InvalidSecurityToken.Expired') {
    throw new ApiError(400, 'InvalidSecurityToken.Expired', 'Specified SecurityToken is expired.');
  }
  if (key.expired === 'InvalidParameter') {
    // https://github.com/kubevela/terraform-controller/issues/52
    throw new ApiError(
      400,
      'InvalidParameter',
      'The specified parameter "SecurityToken.Expired" is not valid.',
    );
  }
}

/** Nonces seen. Older ones need no memory: the date of a request that old is refused first. */
export class NonceStore {
  private readonly seen = new Map<string, number>();

  get size(): number {
    return this.seen.size;
  }

  /** False where the nonce was used before. */
  use(nonce: string, now: number): boolean {
    this.prune(now);
    if (this.seen.has(nonce)) return false;
    this.seen.set(nonce, now);
    return true;
  }

  private prune(now: number): void {
    for (const [nonce, at] of this.seen) {
      if (now - at <= 2 * VALID_FOR_MS) return;
      this.seen.delete(nonce);
    }
  }
}
