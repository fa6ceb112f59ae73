import { formatBlock, parseCidr } from '@/lib/eni/ip';
import { BUILTIN_REGIONS } from '@/lib/eni/region';
import { FILTER_KEYS, type FilterKey, filterOf } from '../filters';
import { escapeText, splitAt, splitList } from '../list-text';
import { isMacPart } from '../mac';
import { idFormOf } from '../mixed';
import { type FilterTerm, MOST_VALUES as MOST } from '../search';
import type { Beside } from './beside';
import { CELLS, type Paste, readPaste, SEPARATORS } from './paste';
import type { Item } from './piece';
import { plainText } from './plain-text';
import { keyOf, readValue, readValues } from './typed-values';
import { mayBeName } from './unread';

/** How a text was read; the catalogue says it as `filterBar.reading.<as>`. */
export type ReadAs =
  | 'ipv4'
  | 'ipv6'
  | 'cidr'
  | 'block'
  | 'blocks'
  | 'mac'
  | 'macPart'
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
  /** The contents of a pasted list; `rest` are items beyond the most that one search takes. */
  paste?: Paste & { rest: string[] };
};

const KEY_VALUE = /^([-!]?)([a-z][a-z0-9]*)\s*(!=|:|=)\s*(.+)$/isu;
const KEYS = new Map(FILTER_KEYS.map((key) => [key.toLowerCase(), key]));

type Pasted = ReturnType<typeof readPaste>;

const positive = (key: FilterKey, ...values: string[]): FilterTerm => ({ key, negated: false, values });
const reading = (as: ReadAs, term: FilterTerm, skipped = 0): IntakeReading => ({ as, term, skipped });

function isZone(text: string): boolean {
  for (const region of BUILTIN_REGIONS.keys())
    if (text.startsWith(region) && /^-?[a-z]$/.test(text.slice(region.length))) return true;
  return false;
}

const wider = ({ value, block }: { value: string; block?: string }) => block ?? value;

/** `key:value`, `key=a,b`, `key!=value`, `-key:value`; a tag's own value may follow `=` or `:`. Null where no such filter is begun. */
function readKeyValue(text: string): { negated: boolean; readings: IntakeReading[] } | null {
  const [, minus, name = '', operator, rest = ''] = KEY_VALUE.exec(text) ?? [];
  const key = KEYS.get(name.toLowerCase());
  if (!key) return null;
  const negated = minus !== '' || operator === '!=';
  const read =
    key === 'tag' ? [readTag(rest)] : splitList(plainText(rest)).map((item) => readValues(key, item.trim()));
  if (read.includes(null)) return { negated, readings: [] };
  const items = (read as { value: string; block?: string }[][]).flat();
  const values = [...new Set(items.map(({ value }) => value))];
  const blocks = [...new Set(items.map(wider))].slice(0, MOST);
  const term = { key, negated, values: values.slice(0, MOST) };
  const paste = { forms: [], again: 0, unread: [], beside: [], rest: values.slice(MOST) };
  const said = values.length > MOST ? { ...reading('term', term), paste } : reading('term', term);
  const isWider = items.some(({ block }) => block !== undefined);
  return {
    negated,
    readings: isWider ? [said, reading('blocks', { key, negated, values: blocks })] : [said],
  };
}

function readTag(text: string): { value: string }[] | null {
  const value = readValue('tag', tagSpelling(text));
  return value === null ? null : [{ value }];
}

function tagSpelling(text: string): string {
  const [name = '', ...value] = splitAt(text.trim(), text.includes('=') && !text.includes(':') ? '=' : ':');
  const spelled = (part: string) => escapeText(part.trim());
  return value.length === 0 ? spelled(name) : `${spelled(name)}:${spelled(value.join(':'))}`;
}

/** A list with the blocks that its addresses were written with; null where none was. */
function readWider(items: readonly Item[]): IntakeReading | null {
  if (items.every(({ block }) => block === undefined)) return null;
  const values = [...new Set(items.map(wider))];
  const [first, ...others] = new Set(items.map(({ form }) => keyOf(form)));
  const key = first !== undefined && others.length === 0 ? first : 'any';
  return reading('blocks', positive(key, ...values.slice(0, MOST)), Math.max(0, values.length - MOST));
}

/** A pasted list: a reading for all of it, and where it is of several kinds one for each of them, the largest first. */
function readList({ items, ...read }: Pasted): IntakeReading[] {
  const paste = { ...read, rest: items.slice(MOST).map(({ value }) => value) };
  if (items.length < 2) return [];
  const asBlocks = readWider(items);
  const blocks = asBlocks ? [asBlocks] : [];
  const byKey = new Map<FilterKey, string[]>();
  for (const item of items) {
    const key = keyOf(item.form);
    byKey.set(key, [...(byKey.get(key) ?? []), item.value]);
  }
  const kinds = [...byKey].map(([key, values]) => ({
    ...reading('list', positive(key, ...values.slice(0, MOST)), items.length - Math.min(values.length, MOST)),
  }));
  kinds.sort((a, b) => b.term.values.length - a.term.values.length);
  const [only] = kinds;
  if (kinds.length === 1 && only) return [{ ...only, paste }, ...blocks];
  const all = items.slice(0, MOST).map(({ value }) => value);
  const mixed = reading('mixed', positive('any', ...all), items.length - all.length);
  return [{ ...mixed, paste }, ...blocks, ...kinds];
}

/**
 * Names alone, in lines or cells of their own, or words that each have a number as names of machines do: of ENIs here,
 * and asked for as names of instances too.
 */
function readNames(text: string, { items, beside, ...read }: Pasted): IntakeReading | null {
  const names = [...new Set(beside.map((each) => each.text))];
  const isNames = items.length === 0 && names.length > 1 && names.every(mayBeName);
  if (!isNames || !(CELLS.test(text) || names.every((name) => /^[^:]*\p{N}[^:]*$/u.test(name)))) return null;
  const values = names.map((name) => escapeText(name, '*'));
  const rest = values.slice(MOST);
  return {
    ...reading('names', positive('name', ...values.slice(0, MOST))),
    paste: { ...read, unread: [], beside: [], rest },
  };
}

function asOfItem({ form, value }: Item): ReadAs {
  if (form === 'mac') return isMacPart(value) ? 'macPart' : 'mac';
  return form === 'ipv4' || form === 'ipv6' || form === 'cidr' ? form : 'id';
}

/** The one thing that a text names, as in a URL or among words, and the block around it. An EIP's id has no filter of its own. */
function readSole({ items, ...read }: Pasted): IntakeReading[] {
  const [sole, ...others] = items;
  if (!sole || others.length > 0) return [];
  const only = reading(asOfItem(sole), positive(keyOf(sole.form), sole.value));
  const isPlain = read.unread.length === 0 && read.again === 0;
  return [isPlain ? only : { ...only, paste: { ...read, rest: [] } }, ...around(sole)];
}

/** The reading of a single word that would be mere prose among others: an id that is being typed, or a zone. */
function readWord(word: string): IntakeReading[] {
  const lower = word.toLowerCase();
  const form = idFormOf(lower);
  if (form) return [reading('id', positive(keyOf(form), lower))];
  return isZone(lower) ? [reading('id', positive('zone', lower))] : [];
}

const LISTS: readonly ReadAs[] = ['list', 'mixed', 'blocks', 'names'];

/** Words that were pasted beside the values of a filter; null if there were none and the reading is no list. */
export function besideOf({ as, paste }: IntakeReading): readonly Beside[] | null {
  const isList = LISTS.includes(as);
  return isList || (paste?.beside ?? []).length > 0 ? (paste?.beside ?? []) : null;
}

/** The block that an address was written with, else the one that people mostly mean: its /24, or /64. */
function around({ form, value, block }: Item): IntakeReading[] {
  if (form !== 'ipv4' && form !== 'ipv6') return [];
  const cidr = parseCidr(block ?? `${value}/${form === 'ipv6' ? 64 : 24}`);
  return cidr ? [reading('block', positive('ip', formatBlock(cidr)))] : [];
}

/**
 * How a text that was typed or pasted can be read, the likeliest way first. Every text of visible characters has a
 * reading: what has no known form is looked for as words. Each thing in it is read as the narrowest that it is, and a
 * wider reading is one more that is offered.
 */
export function readIntake(text: string): IntakeReading[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  const said = readKeyValue(trimmed);
  const [first] = said?.readings ?? [];
  // `Description: …` also begins a ticket, and then what it holds is likelier than a description of that text.
  const isProse = first !== undefined && ['glob', 'text'].includes(filterOf(first.term.key).kind);
  if (said && first && !isProse) return said.readings;
  const pasted = readPaste(trimmed);
  const lists = readList(pasted);
  if (said && first) return [...lists, ...said.readings];
  const value = readValue('q', escapeText(trimmed));
  const asWords = value === null ? [] : [reading('words', positive('q', value))];
  // A text that the reader wants excluded must not be read as one to find.
  if (said?.negated) return asWords;
  if (lists.length > 0) return lists;
  const words = trimmed.split(SEPARATORS).filter(Boolean);
  const sole = readSole(pasted);
  const only = sole.length === 0 && words.length === 1 ? readWord(words[0] as string) : sole;
  if (only.length > 0) return [...only, ...asWords];
  const names = readNames(trimmed, pasted);
  if (names) return [names, ...asWords];
  const start = readValue('name', `${escapeText(trimmed, '*')}*`);
  return [...asWords, ...(start === null ? [] : [reading('name', positive('name', start))])];
}
