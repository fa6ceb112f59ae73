import * as z from 'zod/mini';
import { wholeSchema } from './scalars';

/** How a person has signed in. */
export const signInModeSchema = z.enum(['oidc', 'password', 'proxy']);

/** What a grant permits, the least first. */
export const roleSchema = z.enum(['viewer', 'exporter', 'admin']);

/** The asker, and what they may see. `/api/me` answers it; their way of signing in leaves some members null. */
export const meSchema = z.object({
  name: z.string(),
  email: z.nullable(z.string()),
  mode: signInModeSchema,
  /** The name of the identity provider. */
  provider: z.nullable(z.string()),
  /** Tells this person from others on the same browser, and nothing else of them. */
  key: z.string(),
  /** The highest role anywhere; null where no grant matches. */
  role: z.nullable(roleSchema),
  /** `regions: null` is every region. */
  scope: z.array(
    z.object({
      account: z.string(),
      regions: z.nullable(z.array(z.string())),
      role: roleSchema,
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
