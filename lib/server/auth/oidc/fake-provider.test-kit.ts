import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { OidcSettings } from '@/lib/server/config/sign-in-settings';
import type { Attempt } from './attempt';

type Key = { kid: string; privateKey: CryptoKey; jwk: Record<string, unknown> };

async function newKey(kid: string): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
}

const json = (response: ServerResponse, body: unknown) =>
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body));

/** A provider that answers whatever a test wants, which a certified one never would. */
export class FakeProvider {
  issuer = '';
  /** The issuer that discovery claims, where that is false. */
  saidIssuer: string | null = null;
  keys: Key[] = [];
  /** Signs with a key that is not published. */
  signingKey: Key | null = null;
  keyReads = 0;
  /** Claims of the next ID token, replacing the correct ones; `undefined` leaves one out. */
  claims: JWTPayload = {};
  userInfo: Record<string, unknown> = {};
  header: Record<string, unknown> = {};
  /** How far its clock is ahead, in s. */
  ahead = 0;
  /** The response to the token request, instead of tokens. */
  onToken: ((response: ServerResponse) => void) | null = null;
  hangs = false;
  private server: Server | null = null;

  async start(): Promise<this> {
    this.keys = [await newKey('first')];
    this.server = createServer((request, response) => {
      if (this.hangs) return;
      const path = new URL(request.url ?? '/', this.issuer).pathname;
      if (path === '/.well-known/openid-configuration') json(response, this.metadata());
      else if (path === '/jwks') {
        this.keyReads += 1;
        json(response, { keys: this.keys.map(({ jwk }) => jwk) });
      } else if (path === '/me') json(response, { sub: 'lin', ...this.userInfo });
      else if (this.onToken) this.onToken(response);
      else void this.tokens().then((tokens) => json(response, tokens));
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    this.issuer = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  async rotate(kid: string): Promise<void> {
    this.keys = [await newKey(kid)];
  }

  private metadata() {
    const at = (path: string) => `${this.issuer}${path}`;
    return {
      issuer: this.saidIssuer ?? this.issuer,
      authorization_endpoint: at('/authorize'),
      token_endpoint: at('/token'),
      userinfo_endpoint: at('/me'),
      jwks_uri: at('/jwks'),
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }

  /** A token that this provider issues for the dashboard. */
  async sign(claims: JWTPayload, header: Record<string, unknown> = {}): Promise<string> {
    const key = this.signingKey ?? this.keys[0];
    if (!key) throw new Error('no key');
    const now = Math.floor(Date.now() / 1000) + this.ahead;
    const all = { iss: this.issuer, aud: 'eni-atlas', sub: 'lin', iat: now, exp: now + 300, ...claims };
    return new SignJWT(all)
      .setProtectedHeader({ alg: 'RS256', kid: key.kid, ...header })
      .sign(key.privateKey);
  }

  private async tokens() {
    const id_token = await this.sign({ nonce: 'n', ...this.claims }, this.header);
    return { access_token: 'a', token_type: 'bearer', id_token };
  }

  settings(): OidcSettings {
    return {
      issuer: this.issuer,
      clientId: 'eni-atlas',
      clientAuth: 'basic',
      clientSecret: 'secret',
      scopes: 'openid profile email',
      groupsClaim: 'groups',
      nameClaim: 'name',
      providerName: null,
    };
  }
}

export const ATTEMPT: Attempt = { state: 's', nonce: 'n', verifier: 'v'.repeat(43), returnTo: '/', iat: 0 };
