import * as z from 'zod/mini';
import { wholeSchema } from './scalars';

/** Who asks, and what they may see. `/api/me` answers it; null members are what their way of signing in does not have. */
export const meSchema = z.object({
  name: z.string(),
  email: z.nullable(z.string()),
  mode: z.enum(['oidc', 'password', 'proxy']),
  /** What the identity provider is called. */
  provider: z.nullable(z.string()),
  /** Tells this person from others on the same browser, and nothing else of them. */
  key: z.string(),
  /** The highest role anywhere; null where no grant matches. */
  role: z.nullable(z.enum(['viewer', 'exporter', 'admin'])),
  /** `regions: null` is every region. */
  scope: z.array(
    z.object({
      account: z.string(),
      regions: z.nullable(z.array(z.string())),
      role: z.enum(['viewer', 'exporter', 'admin']),
    }),
  ),
  /** The grants that match, by their ids. */
  grants: z.array(z.string()),
  /** Times in ms since 1970. */
  signedInAt: z.nullable(wholeSchema),
  endsAt: wholeSchema,
  idleEndsAt: z.nullable(wholeSchema),
});

export type Me = z.infer<typeof meSchema>;
