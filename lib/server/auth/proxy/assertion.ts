import 'server-only';
import { createHash } from 'node:crypto';
import type { ProxySettings } from '@/lib/server/config/sign-in-settings';
import { type Identity, identityOf } from '../claims';

export type AssertionProof = Extract<ProxySettings, { kind: 'assertion' }>;
/** The person an assertion names, and until when, in ms since 1970. */
export type Asserted = { identity: Identity; endsAt: number };

/** A proxy sends the same assertion with each request, so it is not verified again for this long, in ms. */
const REMEMBERED = 60_000;
const MOST = 1_000;
const LONGEST = 16_384;

type Known = { asserted: Asserted | null; until: number };

/** Verifies the signed statement of a proxy. Its library is loaded with the first one, and never in another mode. */
export class Assertions {
  private readonly known = new Map<string, Known>();
  private keys: Promise<import('../key-set').KeySet> | null = null;

  constructor(private readonly proof: AssertionProof) {}

  /** The person the assertion names, null where it is not valid; synchronous where that is already known. */
  read(token: string, now = Date.now()): Asserted | null | Promise<Asserted | null> {
    if (token.length > LONGEST) return null;
    const key = createHash('sha256').update(token).digest('base64url');
    const known = this.known.get(key);
    if (known && now < known.until) return known.asserted;
    return this.verify(token, now).then((asserted) => {
      this.remember(key, { asserted, until: Math.min(now + REMEMBERED, asserted?.endsAt ?? now + 1_000) });
      return asserted;
    });
  }

  private remember(key: string, known: Known): void {
    this.known.delete(key);
    this.known.set(key, known);
    const [oldest] = this.known.keys();
    if (this.known.size > MOST && oldest !== undefined) this.known.delete(oldest);
  }

  private async verify(token: string, now: number): Promise<Asserted | null> {
    const { jwksUrl, issuer, audience, groupsClaim, nameClaim } = this.proof;
    try {
      this.keys ??= import('../key-set').then(({ KeySet }) => new KeySet(jwksUrl));
      const claims = await (await this.keys).verify(token, {
        issuer,
        audience,
        requiredClaims: ['sub', 'iat', 'exp'],
        clockTolerance: 120,
      });
      const { iat = 0, exp = 0 } = claims;
      if (iat > now / 1000 + 120) return null;
      // A proxy only asserts an address that it has verified: Cloudflare and Pomerium send no `email_verified`.
      const identity = identityOf({ email_verified: true, ...claims }, { groupsClaim, nameClaim });
      return { identity, endsAt: exp * 1000 };
    } catch {
      return null;
    }
  }
}
