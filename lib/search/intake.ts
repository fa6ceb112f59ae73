import { formatBlock, parseAddress, parseBlock, parseCidr } from '@/lib/eni/ip';
import { BUILTIN_REGIONS } from '@/lib/eni/region';
import type { Beside } from './beside';
import { FILTER_KEYS, type FilterKey, filterOf } from './filters';
import { parseValue, valueFromTyped } from './kinds';
import { escapeText, splitAt, splitList } from './list-text';
import type { MixedForm } from './mixed';
import { CELLS, type Paste, readPaste, SEPARATORS } from './paste';
import { type FilterTerm, MOST_VALUES as MOST } from './search';
import { mayBeName } from './unread';

/** What a text was taken for; the catalogue says it as `filterBar.reading.<as>`. */
export type ReadAs =
  | 'ipv4'
  | 'ipv6'
  | 'cidr'
  | 'block'
  | 'mac'
  | 'id'
  | 'term'
  | 'tag'
  | 'list'
  | 'mixed'
  | 'names'
  | 'pods'
  | 'name'
  | 'words';

/** One way to read what was typed or pasted, as the filter that it becomes. */
export type IntakeReading = {
  as: ReadAs;
  term: FilterTerm;
  /** Pieces of a pasted list that this reading leaves out. */
  skipped: number;
  /** Of a pasted list, what it holds; `rest` are items beyond the most that one search takes. */
  paste?: Paste & { rest: string[] };
};

const PREFIXES: readonly (readonly [string, FilterKey])[] = [
  ['eni-', 'eni'],
  ['vpc-', 'vpc'],
  ['vsw-', 'vswitch'],
  ['i-', 'instance'],
  ['eci-', 'instance'],
  ['sg-', 'sg'],
  ['rg-', 'rg'],
];
const AFTER_PREFIX = /^[a-z0-9][a-z0-9-]*$/;
const KEY_VALUE = /^([-!]?)([a-z][a-z0-9]*)\s*(!=|:|=)\s*(.+)$/isu;
const KEYS = new Map(FILTER_KEYS.map((key) => [key.toLowerCase(), key]));

const positive = (key: FilterKey, ...values: string[]): FilterTerm => ({ key, negated: false, values });
const reading = (as: ReadAs, term: FilterTerm, skipped = 0): IntakeReading => ({ as, term, skipped });

/** The canonical spelling of a value as a filter of this key would write it; null when it cannot hold it. */
export function readValue(key: FilterKey, spelling: string): string | null {
  const { kind, known, ...rest } = filterOf(key);
  const parsed = parseValue(kind, spelling, known, 'presence' in rest && rest.presence);
  if (parsed.ok) return parsed.value;
  // `inuse` is meant as `InUse`: the parser says so, and here a person can see what was made of it.
  return parsed.code === 'invalid_enum' && parsed.allowed.length === 1 ? (parsed.allowed[0] ?? null) : null;
}

function isZone(text: string): boolean {
  for (const region of BUILTIN_REGIONS.keys())
    if (text.startsWith(region) && /^-?[a-z]$/.test(text.slice(region.length))) return true;
  return false;
}

/** The filter that one word stands for by its form alone. */
function readWord(word: string): IntakeReading | null {
  if (parseAddress(word))
    return reading(
      word.includes(':') ? 'ipv6' : 'ipv4',
      positive('ip', formatBlock(parseBlock(word) as never)),
    );
  const cidr = parseCidr(word);
  if (cidr) return reading('cidr', positive('ip', formatBlock(cidr)));
  const mac = readValue('mac', word);
  if (mac !== null && !mac.includes('*')) return reading('mac', positive('mac', mac));
  const lower = word.toLowerCase();
  const prefix = PREFIXES.find(([start]) => lower.startsWith(start));
  if (prefix && AFTER_PREFIX.test(lower.slice(prefix[0].length)))
    return reading('id', positive(prefix[1], lower));
  return isZone(lower) ? reading('id', positive('zone', lower)) : null;
}

/** `key:value`, `key=a,b`, `key!=value`, `-key:value`; a tag's own value may follow `=` or `:`. */
function readKeyValue(text: string): IntakeReading | null {
  const [, minus, name = '', operator, rest = ''] = KEY_VALUE.exec(text) ?? [];
  const key = KEYS.get(name.toLowerCase());
  if (!key) return null;
  const negated = minus !== '' || operator === '!=';
  const spellings =
    key === 'tag'
      ? [tagSpelling(rest)]
      : splitList(rest).map((item) => valueFromTyped(filterOf(key).kind, item));
  const values = spellings.map((spelling) => readValue(key, spelling));
  if (values.some((value) => value === null)) return null;
  const distinct = [...new Set(values as string[])];
  const read = reading('term', { key, negated, values: distinct.slice(0, MOST) });
  if (distinct.length <= MOST) return read;
  return { ...read, paste: { forms: [], again: 0, unread: [], beside: [], rest: distinct.slice(MOST) } };
}

function tagSpelling(text: string): string {
  const [name = '', ...value] = splitAt(text.trim(), text.includes('=') && !text.includes(':') ? '=' : ':');
  const spelled = (part: string) => escapeText(part.trim());
  return value.length === 0 ? spelled(name) : `${spelled(name)}:${spelled(value.join(':'))}`;
}

/** The filter that takes a form alone; forms without one are looked for as any of them. */
const KEY_OF_FORM: Partial<Record<MixedForm, FilterKey>> = {
  ipv4: 'ip',
  ipv6: 'ip',
  cidr: 'ip',
  mac: 'mac',
  eni: 'eni',
  instance: 'instance',
  vswitch: 'vswitch',
  vpc: 'vpc',
  sg: 'sg',
  rg: 'rg',
};

/** A pasted list: a reading for all of it, and where it is of several kinds one for each of them, the largest first. */
function readList(text: string): IntakeReading[] {
  const { items, ...read } = readPaste(text);
  const paste = { ...read, rest: items.slice(MOST).map(({ value }) => value) };
  if (items.length < 2) return [];
  const byKey = new Map<FilterKey, string[]>();
  for (const { form, value } of items) {
    const key = KEY_OF_FORM[form] ?? 'any';
    byKey.set(key, [...(byKey.get(key) ?? []), value]);
  }
  const kinds = [...byKey].map(([key, values]) => ({
    ...reading('list', positive(key, ...values.slice(0, MOST)), items.length - Math.min(values.length, MOST)),
  }));
  kinds.sort((a, b) => b.term.values.length - a.term.values.length);
  const [only] = kinds;
  if (kinds.length === 1 && only) return [{ ...only, paste }];
  const all = items.slice(0, MOST).map(({ value }) => value);
  const mixed = reading('mixed', positive('any', ...all), items.length - all.length);
  return [{ ...mixed, paste }, ...kinds];
}

/** Names alone, in lines or cells of their own: of ENIs here, and asked for as names of instances too. */
function readNames(text: string): IntakeReading | null {
  const { items, beside, ...read } = readPaste(text);
  const names = [...new Set(beside.map((each) => each.text))];
  const isNames = items.length === 0 && names.length > 1 && names.every(mayBeName);
  if (!isNames || !CELLS.test(text)) return null;
  const values = names.map((name) => escapeText(name, '*'));
  const rest = values.slice(MOST);
  return {
    ...reading('names', positive('name', ...values.slice(0, MOST))),
    paste: { ...read, unread: [], beside: [], rest },
  };
}

/** The one thing that a text names, as in a URL or among words; an EIP's id has no filter of its own. */
function readSole(text: string): IntakeReading | null {
  const { items, ...read } = readPaste(text);
  const [sole, ...others] = items;
  if (!sole || others.length > 0) return null;
  const only = readWord(sole.value) ?? reading('id', positive('any', sole.value));
  return read.unread.length === 0 && read.again === 0 ? only : { ...only, paste: { ...read, rest: [] } };
}

/** What was pasted beside the values of a filter; null where nothing was, and the reading is no list. */
export function besideOf({ as, paste }: IntakeReading): readonly Beside[] | null {
  const isList = as === 'list' || as === 'mixed' || as === 'names';
  return isList || (paste?.beside ?? []).length > 0 ? (paste?.beside ?? []) : null;
}

/** The block around an address that people mostly mean: its /24, or /64. */
function around(address: string): IntakeReading | null {
  const cidr = parseCidr(`${address}/${address.includes(':') ? 64 : 24}`);
  return cidr && reading('block', positive('ip', formatBlock(cidr)));
}

/**
 * How a text that was typed or pasted can be read, the likeliest way first. Every text of visible characters has a
 * reading: what has no known form is looked for as words.
 */
export function readIntake(text: string): IntakeReading[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  const said = readKeyValue(trimmed);
  // `Description: …` also begins a ticket, and then what it holds is likelier than a description of that text.
  const isProse = said !== null && ['glob', 'text'].includes(filterOf(said.term.key).kind);
  if (said) return isProse ? [...readList(trimmed), said] : [said];
  const words = trimmed.split(SEPARATORS).filter(Boolean);
  if (words.length > 1) {
    const lists = readList(trimmed);
    if (lists.length > 0) return lists;
  }
  const only = (words.length === 1 ? readWord(words[0] as string) : null) ?? readSole(trimmed);
  const value = readValue('q', escapeText(trimmed));
  const asWords = value === null ? [] : [reading('words', positive('q', value))];
  if (only) {
    const wider = only.as === 'ipv4' || only.as === 'ipv6' ? around(only.term.values[0] as string) : null;
    return [only, ...(wider ? [wider] : []), ...asWords];
  }
  const names = readNames(trimmed);
  if (names) return [names, ...asWords];
  const start = readValue('name', `${escapeText(trimmed, '*')}*`);
  return [...asWords, ...(start === null ? [] : [reading('name', positive('name', start))])];
}
