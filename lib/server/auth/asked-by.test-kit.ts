import { config } from '../config/config';
import type { AccessFile, Grant } from './access-file';
import { ASKER_HEADER, type Person, stampOf } from './asker';
import type { Token, TokenFile } from './token-file';

const ACCESS = Symbol.for('eni-atlas.access');

/** A person as the guard stamps them. */
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

/** Asks as a person, or as a token, of whom the guard has made sure. */
export const askedBy = (asker: Person | { kind: 'token'; id: string }): RequestInit => ({
  headers: { [ASKER_HEADER]: stampOf(asker) },
});

/** From now on there is sign-in, and these grants and tokens hold. The modules under test have to be imported before. */
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

/** From now on there is none, as before. */
export function withoutSignIn(): void {
  Object.assign(config(), { authMode: 'none' });
  Reflect.deleteProperty(globalThis, ACCESS);
}
