import type { Eni } from '@/lib/eni/eni';
import { type Address, type Cidr, overlaps, parseAddress, parseBlock, parseCidr } from '@/lib/eni/ip';
import { type FilterDefinition, filterOf } from './filters';
import { splitAt, unescapeText } from './list-text';
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

function holds(block: Cidr, address: Address | null): boolean {
  return (
    address !== null &&
    address.family === block.family &&
    address.value >= block.first &&
    address.value <= block.last
  );
}

function blockTest(
  spelling: string,
): (held: { addresses: (string | null)[]; prefixes: string[] }) => boolean {
  if (spelling === 'true' || spelling === 'false') {
    const wanted = spelling === 'true';
    return ({ addresses, prefixes }) => addresses.length + prefixes.length > 0 === wanted;
  }
  const block = parseBlock(spelling) as Cidr;
  return ({ addresses, prefixes }) =>
    addresses.some((text) => text !== null && holds(block, parseAddress(text))) ||
    prefixes.some((text) => {
      const prefix = parseCidr(text);
      return prefix !== null && overlaps(block, prefix);
    });
}

function textTest(spelling: string): (fields: (string | null)[]) => boolean {
  const words = unescapeText(spelling).toLowerCase().split(/\s+/).filter(Boolean);
  return (fields) => {
    const all = fields
      .filter((field) => field !== null)
      .join('\n')
      .toLowerCase();
    return words.every((word) => all.includes(word));
  };
}

function valueTest(definition: FilterDefinition, value: string, now: number): Keep {
  switch (definition.kind) {
    case 'word':
    case 'id':
    case 'choice':
      return (eni) => definition.read(eni).includes(value);
    case 'mac':
      return (eni) => definition.read(eni).some((mac) => mac?.toLowerCase() === value);
    case 'glob': {
      const test = globTest(value);
      return (eni) => definition.read(eni).some((text) => text !== null && test(text));
    }
    case 'bool':
      return (eni) => definition.read(eni) === (value === 'true');
    case 'number': {
      const test = numberTest(value);
      return (eni) => test(definition.read(eni));
    }
    case 'age': {
      const test = ageTest(value, now);
      return (eni) => test(definition.read(eni));
    }
    case 'tag': {
      const test = tagTest(value);
      return (eni) => test(definition.read(eni));
    }
    case 'block': {
      const test = blockTest(value);
      return (eni) => test(definition.read(eni));
    }
    case 'text': {
      const test = textTest(value);
      return (eni) => test(definition.read(eni));
    }
  }
}

/** The meaning of one term. Sets of ids are looked up, not walked: 1,000 pasted ids over 100,000 rows stay quick. */
export function keepTerm(term: FilterTerm, now: number): Keep {
  const definition = filterOf(term.key);
  const isSet = definition.kind === 'word' || definition.kind === 'id' || definition.kind === 'choice';
  const set = new Set<string | null>(term.values);
  const tests = isSet ? [] : term.values.map((value) => valueTest(definition, value, now));
  const matches: Keep = isSet
    ? (eni) => definition.read(eni).some((value) => set.has(value))
    : (eni) => tests.some((test) => test(eni));
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
