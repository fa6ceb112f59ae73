import 'server-only';
import { z } from 'zod';
import { REGION_ID } from '@/lib/eni/region';

export const ROLES = ['viewer', 'exporter', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** In a grant: every account, every region. */
export const EVERY = '*';

/** The largest file that is read, in bytes: one of that size has 10,000 grants. */
export const MOST_FILE_BYTES = 4 * 1024 * 1024;
/** The most entries of a list of one grant. */
const MOST_ITEMS = 1000;

const WHO =
  'anyone, group:<name>, user:<sub>, email:<address> or domain:<name>, without control characters, at most 256 characters';

function isWho(text: string): boolean {
  if (text === 'anyone') return true;
  const [, kind, value = ''] = /^(group|user|email|domain):(.+)$/su.exec(text) ?? [];
  if (kind === undefined || value.length > 256 || /\p{C}/u.test(value) || value !== value.trim())
    return false;
  if (kind === 'email') return /^[^\s@]+@[^\s@]+$/.test(value);
  if (kind === 'domain') return /^([a-z0-9-]+\.)+[a-z0-9-]+$/i.test(value);
  return true;
}

const isUnique = (items: readonly string[]) => new Set(items).size === items.length;

function listOf(item: z.ZodType<string>) {
  return z
    .array(item)
    .min(1, 'must name at least one')
    .max(MOST_ITEMS, `must have at most ${MOST_ITEMS}`)
    .refine(isUnique, 'names one twice');
}

function scopeList(name: z.ZodType<string>) {
  return listOf(name).refine(
    (items) => !items.includes(EVERY) || items.length === 1,
    `${EVERY} is all of them, so nothing stands beside it`,
  );
}

const accountName = z.string().min(1).max(64);
const regionName = z
  .string()
  .refine((text) => text === EVERY || REGION_ID.test(text), 'must be a region id such as cn-hangzhou, or *');

/** The account × region lists of a grant or a token; {@link unknownAccounts} checks whether the accounts exist. */
export const grantScopeShape = { accounts: scopeList(accountName), regions: scopeList(regionName) };

const grantSchema = z.strictObject({
  id: z.string().regex(/^[\w.-]{1,64}$/, 'must have 1 to 64 letters, digits, dots, dashes or underscores'),
  who: listOf(z.string().refine(isWho, `must be ${WHO}`)),
  role: z.enum(ROLES),
  ...grantScopeShape,
});

/** Who may see which accounts × regions, and what else they may do. */
export type Grant = z.infer<typeof grantSchema>;

const accessSchema = z.strictObject({
  version: z.literal(1),
  grants: z.array(grantSchema).max(10_000),
});

export type AccessFile = z.infer<typeof accessSchema>;

/** What is wrong with a file, one problem a line: the lines name places, never their values. */
export type FileProblems = { problems: string[] };

/** JSON in a file's text, or what is wrong with it. */
export function parseJsonFile(text: string): { content: unknown } | FileProblems {
  if (Buffer.byteLength(text) > MOST_FILE_BYTES)
    return { problems: [`is larger than ${MOST_FILE_BYTES} bytes`] };
  if (text.startsWith('\uFEFF'))
    return { problems: ['begins with a byte order mark; save it as plain UTF-8'] };
  try {
    return { content: JSON.parse(text) };
  } catch {
    return { problems: ['is not valid JSON'] };
  }
}

/** The issues of a schema as lines that name places such as `grants.0.role`. */
export function problemsOf(error: z.ZodError): string[] {
  return error.issues.map((issue) => {
    const at = issue.path.join('.');
    // Some messages of Zod repeat the input, and in an access file that may be a person's name.
    const what =
      issue.code === 'unrecognized_keys'
        ? `has keys that are not known: ${issue.keys.join(', ').slice(0, 200)}`
        : issue.code === 'invalid_value'
          ? `must be ${issue.values.join(', ')}`
          : issue.message;
    return at === '' ? what : `${at}: ${what}`;
  });
}

/** Places in a list of scopes that name an account which this dashboard does not have. */
export function unknownAccounts(
  list: string,
  scopes: readonly { accounts: readonly string[] }[],
  known: readonly string[],
): string[] {
  return scopes.flatMap(({ accounts }, i) =>
    accounts.flatMap((name, k) =>
      name === EVERY || known.includes(name)
        ? []
        : [`${list}.${i}.accounts.${k}: is no account of this dashboard (${known.join(', ')})`],
    ),
  );
}

/** Places in a list of scopes that name a region which this dashboard does not know. */
export function unknownRegions(
  list: string,
  scopes: readonly { regions: readonly string[] }[],
  isKnown: (region: string) => boolean,
): string[] {
  return scopes.flatMap(({ regions }, i) =>
    regions.flatMap((region, k) =>
      region === EVERY || isKnown(region)
        ? []
        : [`${list}.${i}.regions.${k}: is no region that this dashboard knows`],
    ),
  );
}

/** Places of entries whose `id` has been given before. */
export function repeatedIds(list: string, entries: readonly { id: string }[]): string[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, i) => {
    if (seen.has(id)) return [`${list}.${i}.id: is the id of an earlier one`];
    seen.add(id);
    return [];
  });
}

/** What a file may name. */
export type Known = { accounts: readonly string[]; isRegion: (region: string) => boolean };

/** The grants in the text of an access file, or what is wrong with it. */
export function parseAccessFile(text: string, known: Known): AccessFile | FileProblems {
  const json = parseJsonFile(text);
  if ('problems' in json) return json;
  const parsed = accessSchema.safeParse(json.content);
  if (!parsed.success) return { problems: problemsOf(parsed.error) };
  const { grants } = parsed.data;
  const problems = [
    ...repeatedIds('grants', grants),
    ...unknownAccounts('grants', grants, known.accounts),
    ...unknownRegions('grants', grants, known.isRegion),
  ];
  return problems.length > 0 ? { problems } : parsed.data;
}
