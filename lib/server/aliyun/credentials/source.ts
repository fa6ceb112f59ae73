import 'server-only';
import type { CredentialsProvider } from '@alicloud/credentials';
import type { CredentialFailure, CredentialReason } from '@/lib/eni/credential-failure';
import { CredentialRefusal, refusalOf } from './refusal';

/** What a provider of the library gives. */
type Credentials = Awaited<ReturnType<CredentialsProvider['getCredentials']>>;

/** A credential, and until when it is used without asking its source again, in ms since the epoch. */
type Given = { credentials: Credentials; until: number };

/** Where a credential comes from. It throws only CredentialRefusals, which are safe to show. */
export type CredentialSource = { give(): Promise<Given> };

/**
 * How long a credential is used without asking its source again, in ms. A source renews long before the end, so a
 * minute costs nothing; without it, an ECS role would ask the metadata service at each call of its last hour, and an
 * External profile would run its command each time.
 */
const KEPT = 60_000;

type Means = {
  /** The problem to report where the other side refuses. */
  refused: CredentialReason;
  where?: Omit<CredentialFailure, 'reason'>;
  /** When the last credential ends, in ms since the epoch; 0 where that is not known. */
  ends?: () => number;
};

/** A provider of the library as a source. */
export function sourceOf(provider: CredentialsProvider, { refused, where, ends }: Means): CredentialSource {
  return {
    async give() {
      try {
        const credentials = await provider.getCredentials();
        if (!credentials.accessKeyId || !credentials.accessKeySecret)
          throw new CredentialRefusal({ ...where, reason: 'answer_unusable' });
        return { credentials, until: Math.min(Date.now() + KEPT, ends?.() || Number.POSITIVE_INFINITY) };
      } catch (error) {
        throw refusalOf(error, refused, where);
      }
    },
  };
}

/** A source as a provider of the library, for a role that is assumed with what it gives. */
export function providerOf(source: CredentialSource): CredentialsProvider {
  return {
    getCredentials: async () => (await source.give()).credentials,
    getProviderName: () => 'eni_atlas',
  };
}
