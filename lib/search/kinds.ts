import { formatBlock, parseBlock } from '@/lib/eni/ip';
import type { ProblemCode } from '@/lib/eni/problem';
import { endsInBackslash, escapeText, splitAt, unescapeText } from './list-text';
import { macPart } from './mac';
import { readMixed } from './mixed';

/**
 * The kinds of filter values and their one syntax each. `parse` gives the canonical spelling, or what is wrong.
 * Source of the limits: DescribeNetworkInterfaces (names of 2–128 characters, tags of up to 128).
 */
export const VALUE_KINDS = [
  'word',
  'choice',
  'id',
  'block',
  'mac',
  'glob',
  'bool',
  'number',
  'age',
  'tag',
  'text',
  'mixed',
] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

export type Parsed = { ok: true; value: string } | { ok: false; code: ProblemCode; allowed: string[] };

const ok = (value: string): Parsed => ({ ok: true, value });
const no = (code: ProblemCode, ...allowed: string[]): Parsed => ({ ok: false, code, allowed });

/** A filter for MACs takes two pairs and more: fewer are in most. */
const LEAST_MAC_DIGITS = 4;

const WORD = /^[A-Za-z][A-Za-z0-9 ._-]{0,63}$/;
/** Ids differ in their beginnings, and the oldest have none, but each has a letter: what is all digits the cloud refuses as no id. */
const ID = /^(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_.*-]{0,63}$/;
const NUMBER = /^(?:(<=|>=|<|>)?(\d{1,6})|(\d{1,6})\.\.(\d{1,6}))$/;
const DURATION = /^([<>])(\d{1,5})([hdw])$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
// Control characters, lone surrogates, and the replacement character that replaces bytes that were no UTF-8.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u{fffd}]/u;

/** Text that no value of any kind may hold. */
export function isBadText(text: string): boolean {
  return UNPRINTABLE.test(text);
}

function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text);
}

function parseWord(text: string, known: readonly string[]): Parsed {
  if (!WORD.test(text)) return no('malformed', ...known);
  const near = known.find((word) => word.toLowerCase() === text.toLowerCase());
  // An open set takes any word, but `inuse` would silently find nothing.
  return near && near !== text ? no('invalid_enum', near) : ok(text);
}

function parseBlockText(text: string, presence: boolean): Parsed {
  if (presence && (text === 'true' || text === 'false')) return ok(text);
  const block = parseBlock(text);
  return block
    ? ok(formatBlock(block))
    : no('invalid_ip', '10.0.0.7', '10.0.0.0/16', '2408::/32', ...(presence ? ['true', 'false'] : []));
}

function parseNumber(text: string): Parsed {
  const match = NUMBER.exec(text);
  const [low, high] = [match?.[3], match?.[4]];
  const upsideDown = low !== undefined && high !== undefined && Number(low) > Number(high);
  return match && !upsideDown ? ok(text) : no('not_integer', '10', '>10', '<10', '>=10', '<=10', '2..5');
}

function parseAge(text: string): Parsed {
  const allowed = ['2026-01-01..2026-02-01', '2026-01-01', '<30d', '>30d', '>12h', '<2w'];
  if (DURATION.test(text)) return ok(text);
  const days = text.split('..');
  if (days.length > 2 || !days.every(isDay)) return no('malformed', ...allowed);
  return days.length === 2 && (days[0] as string) > (days[1] as string)
    ? no('out_of_range', ...allowed)
    : ok(text);
}

function parseTag(text: string): Parsed {
  const allowed = ['key', 'key:value', 'key:*', 'a\\:key:value'];
  const [key = '', ...rest] = splitAt(text, ':');
  if (key === '') return no('missing_parameter', ...allowed);
  if (unescapeText(key).length > 128 || unescapeText(rest.join(':')).length > 128)
    return no('too_long', ...allowed);
  return ok(text);
}

function parseText(text: string, most: number): Parsed {
  return unescapeText(text).length > most ? no('too_long', `at most ${most} characters`) : ok(text);
}

/** The canonical spelling of one value of a list, or what is wrong with it. */
export function parseValue(
  kind: ValueKind,
  text: string,
  known: readonly string[] = [],
  presence = false,
): Parsed {
  if (text === '') return no('missing_parameter', 'a value');
  if (isBadText(text))
    return no(/[\p{Cs}\u{fffd}]/u.test(text) ? 'invalid_encoding' : 'malformed', 'printable text');
  if (endsInBackslash(text)) return no('malformed', 'a character after the backslash');
  switch (kind) {
    case 'word':
      return parseWord(text, known);
    case 'choice':
      return known.includes(text) ? ok(text) : no('invalid_enum', ...known);
    case 'id':
      return ID.test(text)
        ? ok(text)
        : no('malformed', 'letters, digits, - and _, one letter at least, at most 64');
    case 'block':
      return parseBlockText(text, presence);
    case 'mac': {
      const mac = macPart(text, LEAST_MAC_DIGITS);
      return mac === null ? no('malformed', '00:16:3e:0a:1b:2c', '00:16:3e:0a') : ok(mac);
    }
    case 'glob':
      return parseText(text, 256);
    case 'bool':
      return text === 'true' || text === 'false' ? ok(text) : no('not_boolean', 'true', 'false');
    case 'number':
      return parseNumber(text);
    case 'age':
      return parseAge(text);
    case 'tag':
      return parseTag(text);
    case 'text':
      return parseText(text, 256);
    case 'mixed': {
      const mixed = readMixed(text);
      return mixed === null
        ? no('malformed', '10.0.0.7', '10.0.0.0/16', '2408::7', '00:16:3e:0a:1b:2c', 'eni-…', 'i-…')
        : ok(mixed.value);
    }
  }
}

/** A value as people read it: without the escapes of the URL. */
export function displayValue(kind: ValueKind, value: string): string {
  return kind === 'glob' || kind === 'tag' || kind === 'text' ? unescapeText(value) : value;
}

/** The URL spelling of what a person typed as one value of this kind. Stars of a glob and the colon of a tag keep their meaning. */
export function valueFromTyped(kind: ValueKind, typed: string): string {
  return kind === 'glob' || kind === 'tag' || kind === 'text' ? escapeText(typed.trim()) : typed.trim();
}
