import 'server-only';
import { isIP } from 'node:net';

/** Parses a whole number in decimal digits within limits. */
export function asIntegerIn(least: number, most: number): (text: string) => number | undefined {
  return (text) => {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : undefined;
  };
}

/** Parses one of some words. */
export function asOneOf<const T extends string>(words: readonly T[]): (text: string) => T | undefined {
  return (text) => words.find((word) => word === text);
}

/** Parses a comma-separated list without empty, wrong or repeated items. */
export function asList(isValid: (item: string) => boolean): (text: string) => string[] | undefined {
  return (text) => {
    const items = text.split(',').map((item) => item.trim());
    const isList =
      items.every((item) => item !== '' && isValid(item)) && new Set(items).size === items.length;
    return isList ? items : undefined;
  };
}

/** Parses a comma-separated list of words out of a fixed set, none of them twice. */
export function asWords<const T extends string>(words: readonly T[]): (text: string) => T[] | undefined {
  const isWord = (item: string): item is T => (words as readonly string[]).includes(item);
  const parse = asList(isWord);
  return (text) => parse(text)?.filter(isWord);
}

/** Parses an http or https URL that consists only of an origin, and returns the origin. */
export function asOrigin(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const isOnlyOrigin =
    url.username === '' &&
    url.password === '' &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '';
  return isOnlyOrigin && !/[?#]/.test(text) ? url.origin : undefined;
}

/** Parses the URL of a Redis server. */
export function asRedisUrl(text: string): string | undefined {
  return URL.canParse(text) && /^rediss?:$/.test(new URL(text).protocol) ? text : undefined;
}

/** Parses an entry of the Host allow-list: a name, an address, or `.suffix` for every name below it. */
export function asHostEntry(text: string): string | undefined {
  const isName = /^\.?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(text);
  return isIP(text) || isName ? text.toLowerCase() : undefined;
}
