import { config } from '../config/config';
import type { AccessFile, Grant } from './access-file';
import { ASKER_HEADER, type Person, stampOf } from './asker';
import type { Token, TokenFile } from './token-file';

const ACCESS = Symbol.for('eni-atlas.access');

/** A person, as the guard stamps them. */
export const PERSON: Person = {
  kind: 'person',
  issuer: 'https://idp.example',
  subject: 'lin',
  name: '林晓',
  email: null,
  who: ['group:team'],
  mode: 'oidc',
  sessionId: 's-1',
  endsAt: 4_000_000_000_000,
};

/** Sends the request as a person, or as a token, whom the guard has verified. */
export const askedBy = (asker: Person | { kind: 'token'; id: string }): RequestInit => ({
  headers: { [ASKER_HEADER]: stampOf(asker) },
});

/** Turns sign-in on, with these grants and tokens. Import the modules under test before. */
export function signIn(grants: readonly Grant[], tokens: readonly Token[] = []): void {
  const known: TokenFile = new Map(tokens.map((token) => [token.id, token]));
  const file: AccessFile = { version: 1, grants: [...grants] };
  Object.assign(config(), { authMode: 'oidc' });
  Reflect.set(globalThis, ACCESS, {
    grants: { current: () => file, problems: [] },
    tokens: { current: () => known, problems: [] },
    used: new Map(),
  });
}

/** Turns sign-in off again. */
export function withoutSignIn(): void {
  Object.assign(config(), { authMode: 'none' });
  Reflect.deleteProperty(globalThis, ACCESS);
}
