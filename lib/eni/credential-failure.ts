import * as z from 'zod/mini';

/** Why an account has no credential: a closed list, the words for people are under `credential.<reason>`. */
export const CREDENTIAL_REASONS = [
  /** No source of the chain is configured. */
  'none_found',
  /** The CLI's configuration has no profile of this name. */
  'no_profile',
  /** A mode that this version cannot use; `allowed` of the problem lists those that it can. */
  'mode_unsupported',
  /** The profile lacks what its mode needs: `fields`. */
  'incomplete',
  /** A file is missing, may not be read, or is not what it should be: `fields`. */
  'file_unreadable',
  /** CloudSSO or OAuth: the person has to sign in with the CLI again. */
  'sign_in_expired',
  /** STS, or the metadata service, does not give the role. */
  'role_refused',
  /** The command of an External profile fails, or prints no credentials. */
  'command_failed',
  /** The source of the credentials cannot be reached, or does not answer in time. */
  'unreachable',
  /** The source of the credentials answers something else. */
  'answer_unusable',
] as const;

export type CredentialReason = (typeof CREDENTIAL_REASONS)[number];

export const credentialReasonSchema = z.enum(CREDENTIAL_REASONS);

export const credentialFailureSchema = z.object({
  reason: credentialReasonSchema,
  /** The profile of the aliyun CLI, where one is concerned, and its mode. */
  profile: z.optional(z.string()),
  mode: z.optional(z.string()),
  /** Fields of the profile, or the file. */
  fields: z.optional(z.array(z.string())),
});

/** Why an account has no credential, without a word of the library's, of a file's or of an answer's. */
export type CredentialFailure = z.infer<typeof credentialFailureSchema>;

/** How its source is called: the key of the words under `credential.source`. */
export function credentialSourceKey({
  profile,
  mode,
}: CredentialFailure): 'profileMode' | 'profile' | 'mode' | 'chain' {
  if (profile === undefined) return mode === undefined ? 'chain' : 'mode';
  return mode === undefined ? 'profile' : 'profileMode';
}
