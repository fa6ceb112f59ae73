// Longer than a file should be: the settings of sign-in in one list, with what each way needs.
import 'server-only';
import { type Cidr, parseAddress, parseCidr } from '@/lib/eni/ip';
import { isLoopback } from '../process/loopback';
import { asIntegerIn, asList, asOneOf, asOrigin } from './config-values';
import { setting } from './setting';

const CLIENT_AUTHS = ['basic', 'post', 'private_key_jwt'] as const;
const HEADER = /^[A-Za-z0-9_-]{1,64}$/;
const asHeader = (text: string) => (HEADER.test(text) ? text.toLowerCase() : undefined);
const HEADER_NAME = 'the name of a request header';
const CLAIM_NAME = 'the name of a claim, 1 to 200 characters';
const asClaim = (text: string) => (/^[\x21-\x7e]{1,200}$/.test(text) ? text : undefined);
const asAnything = (text: string) => text;

/** An issuer or a key set: https, or http on this machine. The path keeps its spelling. */
function asTrustedUrl(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.username !== '' || url.password !== '' || url.hash !== '') return undefined;
  const isLocal = url.protocol === 'http:' && isLoopback(url.hostname.replace(/^\[|\]$/g, ''));
  return url.protocol === 'https:' || isLocal ? text : undefined;
}
const TRUSTED_URL = 'an https URL (http only on a loopback address)';

/** A block of addresses with no bits set after its prefix, and never every address. */
function asCidr(text: string): Cidr | undefined {
  const cidr = parseCidr(text);
  const address = parseAddress(text.split('/')[0] ?? '');
  return cidr && address && cidr.prefix > 0 && address.value === cidr.first ? cidr : undefined;
}

function asCidrs(text: string): Cidr[] | undefined {
  const items = asList((item) => asCidr(item) !== undefined)(text);
  return items?.flatMap((item) => asCidr(item) ?? []);
}

const asScopes = (text: string) =>
  /^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/.test(text) && text.split(' ').includes('openid')
    ? text
    : undefined;

const asPasswordHash = (text: string) =>
  /^scrypt\$N=2\^(1[4-9]|20),r=([1-9]|1[0-6]),p=[1-4]\$[\w-]{22,}\$[\w-]{43}$/.test(text) ? text : undefined;

/** The variables of the ways to sign in. */
export const SIGN_IN_SHAPE = {
  ENI_ATLAS_OIDC_ISSUER: setting<string | null>(TRUSTED_URL, null, asTrustedUrl),
  ENI_ATLAS_OIDC_CLIENT_ID: setting<string | null>('the id of the client', null, asAnything),
  ENI_ATLAS_OIDC_CLIENT_SECRET: setting<string | null>('the secret of the client', null, asAnything),
  ENI_ATLAS_OIDC_CLIENT_KEY: setting<string | null>('a private key in PEM (PKCS #8)', null, (text) =>
    text.startsWith('-----BEGIN PRIVATE KEY-----') ? text : undefined,
  ),
  ENI_ATLAS_OIDC_CLIENT_AUTH: setting(CLIENT_AUTHS.join(', '), 'basic', asOneOf(CLIENT_AUTHS)),
  ENI_ATLAS_OIDC_SCOPES: setting(
    'scopes parted by spaces, openid among them',
    'openid profile email',
    asScopes,
  ),
  ENI_ATLAS_OIDC_GROUPS_CLAIM: setting(CLAIM_NAME, 'groups', asClaim),
  ENI_ATLAS_OIDC_NAME_CLAIM: setting(CLAIM_NAME, 'name', asClaim),
  ENI_ATLAS_OIDC_PROVIDER_NAME: setting<string | null>(
    'what people call the provider, 1 to 40 characters',
    null,
    (text) => (/^[^\p{C}]{1,40}$/u.test(text) ? text : undefined),
  ),
  ENI_ATLAS_SESSION_HOURS: setting('a whole number of hours from 1 to 24', 8, asIntegerIn(1, 24)),
  ENI_ATLAS_SESSION_IDLE_MINUTES: setting(
    'a whole number of minutes from 5 to 1440',
    60,
    asIntegerIn(5, 1440),
  ),
  ENI_ATLAS_PASSWORD_HASH: setting<string | null>(
    'what eni-atlas hash-password prints',
    null,
    asPasswordHash,
  ),
  ENI_ATLAS_TRUSTED_PROXY_CIDRS: setting<Cidr[]>(
    'address blocks such as 10.0.0.0/8,fd00::/8, comma-separated, without bits behind the prefix, and never every address',
    [],
    asCidrs,
  ),
  ENI_ATLAS_PROXY_JWKS_URL: setting<string | null>(TRUSTED_URL, null, asTrustedUrl),
  ENI_ATLAS_PROXY_ISSUER: setting<string | null>('the issuer of the assertion', null, asAnything),
  ENI_ATLAS_PROXY_AUDIENCE: setting<string | null>('the audience of the assertion', null, asAnything),
  ENI_ATLAS_PROXY_ASSERTION_HEADER: setting(HEADER_NAME, 'cf-access-jwt-assertion', asHeader),
  ENI_ATLAS_PROXY_SHARED_SECRET: setting<string | null>(
    'at least 32 characters, the same as the proxy sends in X-Eni-Atlas-Proxy-Secret',
    null,
    (text) => (/^[\x21-\x7e]{32,256}$/.test(text) ? text : undefined),
  ),
  ENI_ATLAS_PROXY_USER_HEADER: setting(HEADER_NAME, 'x-forwarded-user', asHeader),
  ENI_ATLAS_PROXY_NAME_HEADER: setting(HEADER_NAME, 'x-forwarded-preferred-username', asHeader),
  ENI_ATLAS_PROXY_EMAIL_HEADER: setting(HEADER_NAME, 'x-forwarded-email', asHeader),
  ENI_ATLAS_PROXY_GROUPS_HEADER: setting(HEADER_NAME, 'x-forwarded-groups', asHeader),
  ENI_ATLAS_PROXY_SIGN_OUT_URL: setting<string | null>(
    'an https URL, or a path that the proxy answers',
    null,
    (text) => (/^\/[^/\\]/.test(text) || asTrustedUrl(text) ? text : undefined),
  ),
};

export type OidcSettings = {
  issuer: string;
  clientId: string;
  clientAuth: (typeof CLIENT_AUTHS)[number];
  /** The client's secret, or in `private_key_jwt` its key in PEM. */
  clientSecret: string;
  scopes: string;
  groupsClaim: string;
  nameClaim: string;
  /** The text of the button; null shows the issuer's host. */
  providerName: string | null;
};

/** How the proxy names the person: in a signed assertion, or in headers that only it can send. */
export type ProxySettings =
  | {
      kind: 'assertion';
      header: string;
      jwksUrl: string;
      issuer: string;
      audience: string;
      groupsClaim: string;
      nameClaim: string;
    }
  | { kind: 'headers'; secret: string; user: string; name: string; email: string; groups: string };

export type SignIn =
  | { mode: 'none' }
  | ({ mode: 'oidc' } & OidcSettings)
  | { mode: 'password'; hash: string }
  | { mode: 'proxy'; proof: ProxySettings; signOutUrl: string | null };

/** The parsed values of the variables above, and of a few others. */
export type SignInValues = {
  [K in keyof typeof SIGN_IN_SHAPE]: ReturnType<(typeof SIGN_IN_SHAPE)[K]['parse']>;
} & {
  ENI_ATLAS_AUTH: SignIn['mode'];
  ENI_ATLAS_PUBLIC_URL: string | null;
  ENI_ATLAS_SESSION_KEYS: readonly string[] | null;
  ENI_ATLAS_ACCESS_FILE: string | null;
};

const EXAMPLES: Partial<Record<keyof SignInValues, string>> = {
  ENI_ATLAS_ACCESS_FILE:
    'the path of a JSON file that says who may see what; without one nobody may see anything',
  ENI_ATLAS_PUBLIC_URL: 'https://enis.example.com (http only on a loopback address)',
  ENI_ATLAS_SESSION_KEYS:
    "a key of 32 bytes in base64url, such as openssl rand -base64 32 | tr '+/' '-_' | tr -d '=' prints",
};

function missing(values: SignInValues, names: readonly (keyof SignInValues)[]): string[] {
  return names
    .filter((name) => values[name] === null)
    .map((name) => {
      const example = EXAMPLES[name];
      return `${name}: ENI_ATLAS_AUTH=${values.ENI_ATLAS_AUTH} needs it.${example ? ` Allowed: ${example}.` : ''}`;
    });
}

function publicUrlProblems({ ENI_ATLAS_PUBLIC_URL: url }: SignInValues): string[] {
  if (url === null || url.startsWith('https:')) return [];
  const { hostname } = new URL(asOrigin(url) ?? url);
  return isLoopback(hostname.replace(/^\[|\]$/g, ''))
    ? []
    : [
        'ENI_ATLAS_PUBLIC_URL: sign-in over http can be read along. Allowed: https, or http on a loopback address.',
      ];
}

function proofOf(values: SignInValues): ProxySettings | null {
  const { ENI_ATLAS_PROXY_JWKS_URL: jwksUrl, ENI_ATLAS_PROXY_ISSUER: issuer } = values;
  const { ENI_ATLAS_PROXY_AUDIENCE: audience, ENI_ATLAS_PROXY_SHARED_SECRET: secret } = values;
  if (jwksUrl !== null && issuer !== null && audience !== null)
    return {
      kind: 'assertion',
      header: values.ENI_ATLAS_PROXY_ASSERTION_HEADER,
      jwksUrl,
      issuer,
      audience,
      groupsClaim: values.ENI_ATLAS_OIDC_GROUPS_CLAIM,
      nameClaim: values.ENI_ATLAS_OIDC_NAME_CLAIM,
    };
  if (secret === null) return null;
  return {
    kind: 'headers',
    secret,
    user: values.ENI_ATLAS_PROXY_USER_HEADER,
    name: values.ENI_ATLAS_PROXY_NAME_HEADER,
    email: values.ENI_ATLAS_PROXY_EMAIL_HEADER,
    groups: values.ENI_ATLAS_PROXY_GROUPS_HEADER,
  };
}

function proxyProblems(values: SignInValues): string[] {
  if (values.ENI_ATLAS_PROXY_JWKS_URL !== null)
    return missing(values, ['ENI_ATLAS_PROXY_ISSUER', 'ENI_ATLAS_PROXY_AUDIENCE']);
  if (values.ENI_ATLAS_PROXY_SHARED_SECRET === null)
    return [
      'ENI_ATLAS_PROXY_JWKS_URL: ENI_ATLAS_AUTH=proxy needs it, with ENI_ATLAS_PROXY_ISSUER and ENI_ATLAS_PROXY_AUDIENCE; ' +
        'or, for a proxy that signs nothing, ENI_ATLAS_PROXY_SHARED_SECRET and ENI_ATLAS_TRUSTED_PROXY_CIDRS.',
    ];
  return values.ENI_ATLAS_TRUSTED_PROXY_CIDRS.length === 0
    ? [
        'ENI_ATLAS_TRUSTED_PROXY_CIDRS: ENI_ATLAS_PROXY_SHARED_SECRET needs it. Allowed: the addresses of the proxy.',
      ]
    : [];
}

/** How people sign in, or everything that is wrong or missing for it, a line for each problem. */
export function signInOf(values: SignInValues): { signIn: SignIn; problems: string[] } {
  const needed = ['ENI_ATLAS_PUBLIC_URL', 'ENI_ATLAS_SESSION_KEYS', 'ENI_ATLAS_ACCESS_FILE'] as const;
  switch (values.ENI_ATLAS_AUTH) {
    case 'none':
      return { signIn: { mode: 'none' }, problems: [] };
    case 'password':
      return {
        signIn: { mode: 'password', hash: values.ENI_ATLAS_PASSWORD_HASH ?? '' },
        problems: [...missing(values, ['ENI_ATLAS_PASSWORD_HASH', ...needed]), ...publicUrlProblems(values)],
      };
    case 'proxy': {
      const problems = [
        ...missing(values, ['ENI_ATLAS_PUBLIC_URL', 'ENI_ATLAS_ACCESS_FILE']),
        ...proxyProblems(values),
      ];
      const proof = proofOf(values);
      const signOutUrl = values.ENI_ATLAS_PROXY_SIGN_OUT_URL;
      return { signIn: proof ? { mode: 'proxy', proof, signOutUrl } : { mode: 'none' }, problems };
    }
    case 'oidc': {
      const isKey = values.ENI_ATLAS_OIDC_CLIENT_AUTH === 'private_key_jwt';
      const secret = isKey ? 'ENI_ATLAS_OIDC_CLIENT_KEY' : 'ENI_ATLAS_OIDC_CLIENT_SECRET';
      const problems = missing(values, [
        'ENI_ATLAS_OIDC_ISSUER',
        'ENI_ATLAS_OIDC_CLIENT_ID',
        secret,
        ...needed,
      ]);
      return {
        signIn: {
          mode: 'oidc',
          issuer: values.ENI_ATLAS_OIDC_ISSUER ?? '',
          clientId: values.ENI_ATLAS_OIDC_CLIENT_ID ?? '',
          clientAuth: values.ENI_ATLAS_OIDC_CLIENT_AUTH,
          clientSecret: values[secret] ?? '',
          scopes: values.ENI_ATLAS_OIDC_SCOPES,
          groupsClaim: values.ENI_ATLAS_OIDC_GROUPS_CLAIM,
          nameClaim: values.ENI_ATLAS_OIDC_NAME_CLAIM,
          providerName: values.ENI_ATLAS_OIDC_PROVIDER_NAME,
        },
        problems: [...problems, ...publicUrlProblems(values)],
      };
    }
  }
}
