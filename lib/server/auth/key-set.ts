import 'server-only';
import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type JWTPayload,
  type JWTVerifyOptions,
  jwtVerify,
  type RemoteJWKSetOptions,
} from 'jose';
import { boundedFetch } from './bounded-fetch';

/** How often keys may be read again to look for an unknown one, in ms. */
const RELOAD_EVERY = 10_000;
const KEPT = 10 * 60_000;

/** Public keys that sign what a provider says; never a shared secret, and never none. */
export const SIGNATURES = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/**
 * The published keys of a provider. A key that the provider began to use a second ago is read at once, for the first
 * token that needs it; made-up key ids cost the provider one request in ten seconds. docs/decisions/0050
 */
export class KeySet {
  private readonly keys: ReturnType<typeof createRemoteJWKSet>;
  private reloadedAt = Number.NEGATIVE_INFINITY;

  constructor(url: string) {
    const options: RemoteJWKSetOptions = {
      // Only `verify` reads the keys again: the library would wait for its cooldown, and reject the token.
      cooldownDuration: Number.POSITIVE_INFINITY,
      cacheMaxAge: KEPT,
      [customFetch]: (address, { headers, method, signal }) =>
        boundedFetch(address, { headers, method, signal }),
    };
    this.keys = createRemoteJWKSet(new URL(url), options);
  }

  /**
   * The claims of a token that one of the keys has signed.
   * @throws JOSEError where the token is not valid; TypeError or DOMException where the keys cannot be read
   */
  async verify(token: string, given: JWTVerifyOptions, now = Date.now()): Promise<JWTPayload> {
    const options = { ...given, algorithms: SIGNATURES };
    try {
      return (await jwtVerify(token, this.keys, options)).payload;
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || now - this.reloadedAt < RELOAD_EVERY) throw error;
      this.reloadedAt = now;
      await this.keys.reload();
      return (await jwtVerify(token, this.keys, options)).payload;
    }
  }
}
