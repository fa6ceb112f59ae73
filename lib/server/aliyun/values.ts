import 'server-only';
import type { Eni } from '@/lib/eni/eni';
import { objects } from './wire';

/** Text that people wrote. Only absence and "" are none: a tag may well say "null". */
export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** An id, address or prefix: samples also say "null" and "hide" for none. docs/UPSTREAM.md#null-strings */
export function id(value: unknown): string | null {
  const read = text(value);
  return read === 'null' || read === 'hide' ? null : read;
}

/** A whole number, also as text; every number of the API is a count or an index. docs/UPSTREAM.md#numbers-as-text */
export function whole(value: unknown): number | null {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : null;
}

const TIME = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * A time in RFC 3339, with seconds added where they are missing. Null where it is not a time, such as 30 February.
 * docs/UPSTREAM.md#times
 */
export function time(value: unknown): string | null {
  const [, day = '', minute = '', seconds = ':00', zone = ''] = TIME.exec(text(value) ?? '') ?? [];
  const midnight = new Date(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(midnight.valueOf()) && midnight.toISOString().startsWith(day);
  const whole = `${day}${minute}${seconds}${zone}`;
  return day !== '' && isDay && !Number.isNaN(Date.parse(whole)) ? whole : null;
}

/** A flag, also as text. Absent is unknown, not false. docs/UPSTREAM.md#flags */
export function flag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : null;
}

/** A 64-bit id, digit for digit; 0 is the zero value of a re-serialised body. docs/UPSTREAM.md#integers */
export function bigId(value: unknown): string | null {
  const read = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : id(value);
  return read === '0' ? null : read;
}

/** Tags, whose key and value each product names in its own way. */
export function tagsOf(list: unknown, keyName: string, valueName: string): Eni['tags'] {
  return objects(list, 'Tag').flatMap((tag) => {
    const key = text(tag[keyName]);
    return key === null ? [] : [{ key, value: text(tag[valueName]) ?? '' }];
  });
}
