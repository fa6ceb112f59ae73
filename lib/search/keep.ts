import type { Eni } from '@/lib/eni/eni';
import { type Cidr, parseBlock } from '@/lib/eni/ip';
import { blockIndex } from './block-index';
import { type FilterDefinition, filterOf } from './filters';
import type { Way } from './held';
import { splitAt, unescapeText } from './list-text';
import { macIndex, macPart } from './mac';
import { mixedIndex } from './mixed-index';
import type { FilterTerm, Search } from './search';

/** Whether an ENI is meant by a search. */
export type Keep = (eni: Eni) => boolean;

/** Turns a glob in its URL spelling into a test: `*` is any text, `\*` a star. */
function globTest(spelling: string): (text: string) => boolean {
  const parts = splitAt(spelling, '*').map(unescapeText);
  if (parts.length === 1) return (text) => text === parts[0];
  // Compared piece by piece and never by a regular expression, so no pattern can make it slow.
  return (text) => {
    const [head = '', ...rest] = parts;
    const tail = rest.pop() ?? '';
    if (!text.startsWith(head) || text.length < head.length + tail.length || !text.endsWith(tail))
      return false;
    let at = head.length;
    const end = text.length - tail.length;
    for (const piece of rest) {
      const found = text.indexOf(piece, at);
      if (found < 0 || found + piece.length > end) return false;
      at = found + piece.length;
    }
    return true;
  };
}

function tagTest(spelling: string): (tags: Eni['tags']) => boolean {
  const [keySpelling = '', ...rest] = splitAt(spelling, ':');
  const key = unescapeText(keySpelling);
  const value = rest.length === 0 ? () => true : globTest(rest.join(':'));
  return (tags) => tags.some((tag) => tag.key === key && value(tag.value));
}

function numberTest(spelling: string): (value: number) => boolean {
  const range = /^(\d+)\.\.(\d+)$/.exec(spelling);
  if (range) return (value) => value >= Number(range[1]) && value <= Number(range[2]);
  const [, operator, digits] = /^(<=|>=|<|>)?(\d+)$/.exec(spelling) ?? [];
  const bound = Number(digits);
  if (operator === '>') return (value) => value > bound;
  if (operator === '>=') return (value) => value >= bound;
  if (operator === '<') return (value) => value < bound;
  if (operator === '<=') return (value) => value <= bound;
  return (value) => value === bound;
}

const HOUR = 3_600_000;
const UNITS = { h: HOUR, d: 24 * HOUR, w: 168 * HOUR } as const;

function ageTest(spelling: string, now: number): (created: string | null) => boolean {
  const duration = /^([<>])(\d+)([hdw])$/.exec(spelling);
  const time = (created: string | null) => (created === null ? Number.NaN : Date.parse(created));
  if (duration) {
    const edge = now - Number(duration[2]) * UNITS[duration[3] as keyof typeof UNITS];
    return duration[1] === '<' ? (created) => time(created) > edge : (created) => time(created) < edge;
  }
  // Both days are included, in UTC, the zone of the API's own times.
  const [first, last = first] = spelling.split('..');
  const from = Date.parse(`${first}T00:00:00Z`);
  const until = Date.parse(`${last}T00:00:00Z`) + UNITS.d;
  return (created) => time(created) >= from && time(created) < until;
}

type Held = { addresses: (string | null)[]; prefixes: string[] };

const enough = () => true;

function blockTest(spellings: readonly string[]): (held: Held) => boolean {
  const flags = new Set<string>(spellings.filter((spelling) => spelling === 'true' || spelling === 'false'));
  const blocks = spellings.filter((spelling) => !flags.has(spelling));
  const index = blockIndex(blocks.map((spelling) => [parseBlock(spelling) as Cidr, null] as const));
  return ({ addresses, prefixes }) =>
    (flags.size > 0 && flags.has(String(addresses.length + prefixes.length > 0))) ||
    addresses.some((text) => text !== null && index.someOfAddress(text, enough)) ||
    prefixes.some((text) => index.someOfBlock(text, enough));
}

/** Fewer digits than the maker's number has are a number of something else. */
const LEAST_MAC_DIGITS = 6;

/** The words of a text, each with the MAC or the part of one that it may be, in whatever way it is written. */
export function wordsOf(spelling: string): { word: string; mac: string | null }[] {
  const words = unescapeText(spelling).toLowerCase().split(/\s+/).filter(Boolean);
  return words.map((word) => ({ word, mac: macPart(word, LEAST_MAC_DIGITS) }));
}

function textTest(spelling: string): (texts: readonly string[]) => boolean {
  const words = wordsOf(spelling);
  return (texts) => {
    const all = texts.join('\n').toLowerCase();
    return words.every(({ word, mac }) => all.includes(word) || (mac !== null && all.includes(mac)));
  };
}

/** The kinds whose values are tried one after another. */
type Walked = Exclude<FilterDefinition, { kind: 'word' | 'id' | 'choice' | 'mac' | 'block' | 'mixed' }>;

function valueTest(definition: Walked, value: string, now: number): Keep {
  switch (definition.kind) {
    case 'glob': {
      const test = globTest(value);
      return (eni) => definition.read(eni).some((text) => text !== null && test(text));
    }
    case 'bool':
      return (eni) => definition.read(eni) === (value === 'true');
    case 'number': {
      const test = numberTest(value);
      return (eni) => {
        const number = definition.read(eni);
        return number !== null && test(number);
      };
    }
    case 'age': {
      const test = ageTest(value, now);
      return (eni) => test(definition.read(eni));
    }
    case 'tag': {
      const test = tagTest(value);
      return (eni) => test(definition.read(eni));
    }
    case 'text': {
      const test = textTest(value);
      return (eni) => test(definition.read(eni));
    }
  }
}

/** Whether an ENI has any of the values. Long lists are looked up, not walked: 1,000 over 100,000 rows stay quick. */
function anyTest(definition: FilterDefinition, values: readonly string[], now: number): Keep {
  switch (definition.kind) {
    case 'word':
    case 'id':
    case 'choice': {
      const set = new Set<string | null>(values);
      return (eni) => definition.read(eni).some((value) => set.has(value));
    }
    case 'mac': {
      const index = macIndex(values.map((value, at) => [value, at] as const));
      return (eni) => definition.read(eni).some((mac) => mac !== null && index(mac, enough));
    }
    case 'block': {
      const test = blockTest(values);
      return (eni) => test(definition.read(eni));
    }
    case 'mixed': {
      const index = mixedIndex(values);
      const test = (way: Way, text: string) => index(way, text, enough);
      return (eni) => definition.some(eni, test);
    }
    default: {
      const tests = values.map((value) => valueTest(definition, value, now));
      return (eni) => tests.some((test) => test(eni));
    }
  }
}

/** The meaning of one term. */
export function keepTerm(term: FilterTerm, now: number): Keep {
  const matches = anyTest(filterOf(term.key), term.values, now);
  return term.negated ? (eni) => !matches(eni) : matches;
}

/**
 * The meaning of a search: the pure predicate that every row read has to pass, whatever the API filtered.
 * @param now ms since the epoch; what `created=<30d` counts from
 */
export function keepOf(search: Search, now: number): Keep {
  const tests = search.terms.map((term) => keepTerm(term, now));
  return (eni) => tests.every((test) => test(eni));
}
