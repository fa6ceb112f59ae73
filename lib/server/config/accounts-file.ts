import 'server-only';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { REGION_ID } from '@/lib/eni/region';
import { ALL } from '@/lib/search/search';

const accountSchema = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1)
      .max(64)
      .refine((name) => name !== ALL, 'all is every account, and so the name of none'),
    profile: z.string().min(1).max(128).optional(),
    roleArn: z
      .string()
      .regex(/^acs:ram::\d+:role\/[\w.@-]{1,64}$/, 'must look like acs:ram::1234567890123456:role/reader')
      .optional(),
    externalId: z
      .string()
      .regex(/^[\w+=,.@:/-]{2,1224}$/, 'must be 2 to 1224 letters, digits or + = , . @ : / - _')
      .optional(),
    regions: z
      .array(z.string().regex(REGION_ID, 'must be a region id such as cn-hangzhou'))
      .min(1)
      .optional(),
  })
  .refine(({ externalId, roleArn }) => externalId === undefined || roleArn !== undefined, {
    message: 'goes with roleArn',
    path: ['externalId'],
  })
  .transform(({ name, profile = null, roleArn = null, externalId, regions = null }) => ({
    name,
    profile,
    roleArn,
    ...(externalId !== undefined && { externalId }),
    regions,
  }));

const accountsSchema = z
  .union([z.array(z.unknown()), z.strictObject({ accounts: z.array(z.unknown()) })])
  .transform((file) => (Array.isArray(file) ? file : file.accounts))
  .pipe(z.array(accountSchema).min(1))
  .refine(
    (accounts) => new Set(accounts.map(({ name }) => name)).size === accounts.length,
    'two accounts have the same name',
  );

export type ConfiguredAccount = z.infer<typeof accountSchema>;

/** The accounts in a JSON file, or what is wrong with it: problems name fields, never their values. */
export function readAccountsFile(path: string): { accounts: ConfiguredAccount[] } | { problems: string[] } {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error;
    return { problems: [isMissing ? `cannot be read (${String(error.code)})` : 'is not valid JSON'] };
  }
  const parsed = accountsSchema.safeParse(content);
  if (parsed.success) return { accounts: parsed.data };
  return {
    problems: parsed.error.issues.map(({ path: at, message }) =>
      at.length > 0 ? `accounts.${at.join('.')}: ${message}` : message,
    ),
  };
}
