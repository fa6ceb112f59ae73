import 'server-only';
import type { CredentialsProvider } from '@alicloud/credentials';
import { z } from 'zod';
import { CredentialRefusal } from './refusal';

const answerSchema = z.object({
  CloudCredential: z.object({
    AccessKeyId: z.string().min(1),
    AccessKeySecret: z.string().min(1),
    SecurityToken: z.string().min(1),
    Expiration: z.iso.datetime({ offset: true }),
  }),
});
const errorSchema = z.object({ ErrorCode: z.string().regex(/^[A-Za-z][A-Za-z0-9._-]{0,80}$/) });

/** How long to wait for the sign-in service, in ms. */
const PATIENCE = 10_000;
/** How long before its end a credential is fetched again, in ms. */
const AHEAD = 15 * 60_000;

export type CloudSsoSignIn = {
  signInUrl: string;
  accountId: string;
  accessConfig: string;
  accessToken: string;
  /** When the sign-in ends, in seconds since the epoch. */
  accessTokenExpire: number;
};

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Credentials of a sign-in by CloudSSO. The library's own provider sends its request without the account and the access
 * configuration. findings/alicloud-credentials-cloud-sso.sh
 */
export class CloudSsoProvider implements CredentialsProvider {
  private given: { accessKeyId: string; accessKeySecret: string; securityToken: string } | null = null;
  private renewAt = 0;

  constructor(private readonly signIn: CloudSsoSignIn) {}

  getProviderName(): string {
    return 'cloud_sso';
  }

  async getCredentials() {
    if (this.given === null || Date.now() >= this.renewAt) this.given = await this.exchange();
    return { ...this.given, providerName: this.getProviderName() };
  }

  /** @throws CredentialRefusal, or what fetch throws where the service cannot be reached */
  private async exchange() {
    const { signInUrl, accountId, accessConfig, accessToken, accessTokenExpire } = this.signIn;
    if (accessTokenExpire * 1000 <= Date.now()) throw new CredentialRefusal({ reason: 'sign_in_expired' });
    const response = await fetch(new URL('/cloud-credentials', signInUrl), {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: `Bearer ${accessToken}`,
      },
      body: JSON.stringify({ AccountId: accountId, AccessConfigurationId: accessConfig }),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const body = bodyOf(await response.text());
    const answer = answerSchema.safeParse(body);
    if (response.status === 200 && answer.success) {
      const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = answer.data.CloudCredential;
      this.renewAt = Date.parse(Expiration) - AHEAD;
      return { accessKeyId: AccessKeyId, accessKeySecret: AccessKeySecret, securityToken: SecurityToken };
    }
    if (response.status >= 500) throw new CredentialRefusal({ reason: 'unreachable' });
    const isRefused = response.status >= 400 && body !== null;
    const reason = isRefused ? 'sign_in_expired' : 'answer_unusable';
    throw new CredentialRefusal({ reason }, errorSchema.safeParse(body).data?.ErrorCode);
  }
}
