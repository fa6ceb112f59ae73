import 'server-only';
import { MATCHES_A_PAGE } from '@/lib/eni/api-limits';
import { MOST_NAME_IDS, type NameKind } from '@/lib/eni/names';
import { OWNER_KINDS } from '@/lib/eni/owner';
import { EXPORT_FORMATS } from '@/lib/export/export-options';
import messages from '@/lib/i18n/en.json';
import { FILTER_KEYS, type FilterKey, filterOf } from '@/lib/search/filters';
import type { ValueKind } from '@/lib/search/kinds';
import { MOST_VALUES } from '@/lib/search/search';
import { refTo } from './schemas';

/** A query parameter in the form of OpenAPI. */
export type Parameter = {
  name: string;
  in: 'query' | 'path';
  required: boolean;
  description: string;
  schema: Record<string, unknown>;
  style?: 'form';
  explode?: boolean;
  example?: unknown;
};

/** Correct values of each kind, the likeliest first. */
const EXAMPLES: Record<ValueKind, readonly string[]> = {
  word: ['InUse'],
  choice: [],
  id: ['vpc-bp1abc'],
  block: ['10.0.0.0/16', '10.0.0.7', '2408::/32'],
  mac: ['00:16:3e:0a:1b:2c', '00:16:3e:0a'],
  glob: ['web-*', 'web-1'],
  bool: ['true', 'false'],
  number: ['>10', '10', '2..5'],
  age: ['<30d', '2026-01-01..2026-02-01', '>12h'],
  tag: ['env:prod', 'env', 'env:*', 'a\\:key:value'],
  text: ['web'],
  mixed: ['10.0.0.7', '00:16:3e:0a:1b:2c', 'eni-bp1abc'],
};

const KIND_WORDS: Record<ValueKind, string> = messages.kind;
const FILTER_WORDS: Record<FilterKey, string> = messages.filter;

/** Correct values of a filter: known words where it has any. */
export function examplesOf(key: FilterKey): readonly string[] {
  const { kind, known, ...rest } = filterOf(key);
  if (known) return known;
  if (kind === 'id') return [`${key === 'zone' ? 'cn-hangzhou-h' : `${ID_PREFIXES[key] ?? key}-bp1abc`}`];
  return 'presence' in rest && rest.presence ? [...EXAMPLES[kind], 'true', 'false'] : EXAMPLES[kind];
}

const ID_PREFIXES: Partial<Record<FilterKey, string>> = { instance: 'i', vswitch: 'vsw' };

/** What a filter is and how its values are written, in one or two sentences. */
export function describeFilter(key: FilterKey): string {
  const { kind, known } = filterOf(key);
  const isOpen = kind === 'word' && known ? ` The set is open; known are ${known.join(', ')}.` : '';
  return `${FILTER_WORDS[key]}. ${KIND_WORDS[kind]}.${isOpen}`;
}

function itemsOf(key: FilterKey): Record<string, unknown> {
  const { kind, known } = filterOf(key);
  if (kind === 'choice')
    return known === OWNER_KINDS ? refTo('OwnerKind') : { type: 'string', enum: [...(known ?? [])] };
  if (kind === 'bool') return refTo('BooleanWord');
  return { type: 'string', examples: [...examplesOf(key)] };
}

function filterParameter(key: FilterKey, negated: boolean): Parameter {
  const isTag = key === 'tag';
  const more = isTag
    ? ' May repeat: all of them hold. A comma in one means either.'
    : ' A comma means either, and so does the key when it repeats.';
  return {
    name: negated ? `-${key}` : key,
    in: 'query',
    required: false,
    description: negated ? `None of these. ${describeFilter(key)}` : `${describeFilter(key)}${more}`,
    schema: { type: 'array', minItems: 1, maxItems: isTag ? 20 : MOST_VALUES, items: itemsOf(key) },
    style: 'form',
    explode: isTag,
  };
}

function plain(
  name: string,
  description: string,
  schema: Record<string, unknown>,
  example?: unknown,
): Parameter {
  return {
    name,
    in: 'query',
    required: false,
    description,
    schema,
    ...(example !== undefined && { example }),
  };
}

function list(
  name: string,
  description: string,
  { maxItems = MOST_VALUES, ...items }: { maxItems?: number; examples?: readonly string[] } = {},
): Parameter {
  const schema = { type: 'array', minItems: 1, maxItems, items: { type: 'string', ...items } };
  return { ...plain(name, description, schema), style: 'form', explode: false };
}

function idsToName(key: NameKind): Parameter {
  const { schema, ...parameter } = filterParameter(key, false);
  return {
    ...parameter,
    description: 'Ids to name. At least one of the four lists is given.',
    schema: { ...schema, maxItems: MOST_NAME_IDS },
  };
}

/** Parameters that are not filters, by the name under which routes take them. */
const OWN = {
  account: list('account', 'Names of accounts, or all. The first one unless given. See /api/accounts.'),
  region: list(
    'region',
    'Region ids, or all. The default region of the account unless given. See /api/regions.',
  ),
  oneAccount: plain('account', 'The name of one account. The first one unless given.', { type: 'string' }),
  oneRegion: plain('region', 'The id of one region. The default region of the account unless given.', {
    type: 'string',
  }),
  s: plain(
    's',
    'Stands for all other parameters: a version, a dot, and the query string packed. Links of the pages that would be too long have it.',
    { type: 'string', maxLength: 60_000 },
  ),
  limit: plain(
    'limit',
    'How many matches are wanted. Rows that were read are never thrown away, so there may be more.',
    {
      type: 'integer',
      minimum: 1,
      maximum: MATCHES_A_PAGE,
      default: 100,
    },
  ),
  cursor: plain('cursor', 'Where to go on: the cursor of the page before, of the same search.', {
    type: 'string',
  }),
  explain: plain('explain', 'Adds how what the page begins is read, and why: calls and seconds.', {
    type: 'boolean',
    default: false,
  }),
  raw: plain('raw', 'Adds the JSON as the cloud sent it.', { type: 'boolean', default: false }),
  format: plain('format', `The format of the file: ${Object.keys(EXPORT_FORMATS).join(', ')}.`, {
    ...refTo('ExportFormat'),
    default: 'csv',
  }),
  shape: plain('shape', 'What is a row: an ENI, or one address of it.', {
    ...refTo('RowShape'),
    default: 'eni',
  }),
  cols: list('cols', 'The columns in their order; tag:<key> is the value of a tag.', {
    maxItems: 200,
    examples: ['id', 'ip', 'status', 'tag:env'],
  }),
  provenance: plain('provenance', 'Whether the file says where its rows come from.', {
    type: 'boolean',
    default: true,
  }),
  askAny: list(
    'any',
    'Exact values, a comma between two: addresses, MACs and ids of every form. At least one of any and name is given, and at most 1,000 values in both. CIDRs and patterns are refused.',
    { examples: EXAMPLES.mixed },
  ),
  askName: list('name', 'Exact names of ENIs and instances, a comma between two.', { examples: ['web-1'] }),
  askAccount: list('account', 'Names of accounts, or all, which it is unless given. See /api/accounts.'),
  askRegion: list('region', 'Region ids, or all, which it is unless given. See /api/regions.'),
  read: plain(
    'read',
    'all: a place is read for what no filter of the API finds, though that costs more than 20 calls. Unless given such a value stays open, with its price.',
    refTo('ReadScope'),
  ),
  auditDay: plain('day', 'The day, of a clock that is utcOffset ahead of UTC; today unless given.', {
    type: 'string',
    format: 'date',
  }),
  utcOffset: plain('utcOffset', 'How many minutes the clock of the day is ahead of UTC.', {
    type: 'integer',
    minimum: -840,
    maximum: 840,
    default: 0,
  }),
  auditKind: plain('kind', 'Only what a line tells in a word.', refTo('AuditKind')),
  auditWho: plain('who', 'Only of one person, as issuer and subject, or of token:<id>.', { type: 'string' }),
  auditAccount: plain('account', 'Only what was served of an account; none is what is of no account.', {
    type: 'string',
  }),
  auditAuth: plain('auth', 'Only by one way to show who one is.', refTo('AuditAuth')),
  auditMark: plain('mark', 'Only with the filters that have this mark.', { type: 'string' }),
  auditSession: plain('session', 'Only of the session that has this mark.', { type: 'string' }),
  vpcIds: {
    ...filterParameter('vpc', false),
    description: 'Only vSwitches of these VPCs. A comma means either.',
  },
  vpcNames: idsToName('vpc'),
  vswitchNames: idsToName('vswitch'),
  instanceNames: idsToName('instance'),
  sgNames: idsToName('sg'),
  id: {
    name: 'id',
    in: 'path',
    required: true,
    description: 'The id of an ENI.',
    schema: { type: 'string', examples: ['eni-bp1abc'] },
  },
  vSwitchId: {
    name: 'id',
    in: 'path',
    required: true,
    description: 'The id of a vSwitch.',
    schema: { type: 'string', examples: ['vsw-bp1abc'] },
  },
} as const satisfies Record<string, Parameter>;

export type OwnParameter = keyof typeof OWN;

/**
 * Every parameter, by a name that is an identifier in any language. Generators that derive one from the wire name drop
 * its minus, so `-vpc` and `vpc` would collide.
 */
export const PARAMETERS: Readonly<Record<string, Parameter>> = {
  ...OWN,
  ...Object.fromEntries(
    FILTER_KEYS.flatMap((key) => [
      [key, filterParameter(key, false)],
      [excluding(key), filterParameter(key, true)],
    ]),
  ),
};

function excluding(key: FilterKey): string {
  return `not${key.charAt(0).toUpperCase()}${key.slice(1)}`;
}

/** The names of all filter parameters, including those that exclude. */
export const FILTER_PARAMETERS: readonly string[] = FILTER_KEYS.flatMap((key) => [key, excluding(key)]);

/** @throws where there is no such name in {@link PARAMETERS} */
export function parameterNamed(name: string): Parameter {
  const parameter = PARAMETERS[name];
  if (!parameter) throw new RangeError(`no parameter ${name}`);
  return parameter;
}
