import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { readIntake } from './intake/intake';
import { keepOf } from './keep';
import { canonicalMac, macPart } from './mac';
import { parseSearch } from './params';
import { isWider } from './reading/narrow';

const WHOLE = [
  '00:16:3e:0a:0b:0c',
  '00-16-3E-0A-0B-0C',
  '0016.3e0a.0b0c',
  '0016-3e0a-0b0c',
  '0016:3e0a:0b0c',
  '00163e-0a0b0c',
  '00163e0a0b0c',
  '0:16:3e:a:b:c',
];
const PART = [
  '00:16:3e:0a:0b',
  '00-16-3e-0a-0b',
  '0016.3e0a.0b',
  '0016-3e0a-0b',
  '00163e-0a0b',
  '00163e0a0b',
];

const eni = eniWith({ id: 'eni-1', macAddress: '00:16:3E:0a:0b:0c', privateIps: [], securityGroupIds: [] });
const keeps = (query: string) => {
  const { search, issues } = parseSearch(new URLSearchParams(query));
  expect(issues).toEqual([]);
  return keepOf(search, 0)(eni);
};

describe.each([
  ['whole', WHOLE, '00:16:3e:0a:0b:0c', '00:16:3e:0a:0b:0d'],
  ['part', PART, '00:16:3e:0a:0b', '00:16:3e:0a:0c'],
])('a %s MAC in any spelling', (_, spellings, canonical, other) => {
  it.each(spellings)('%s is one for mac, any, q and the bar', (text) => {
    expect(macPart(text, 6)).toBe(canonical);
    expect(macPart(canonical, 6)).toBe(canonical);
    expect(parseSearch(new URLSearchParams(`mac=${text}`)).search.terms[0]?.values).toEqual([canonical]);
    expect(parseSearch(new URLSearchParams(`any=${text}`)).search.terms[0]?.values).toEqual([canonical]);
    expect(readIntake(text)[0]?.term).toEqual({ key: 'mac', negated: false, values: [canonical] });
    for (const key of ['mac', 'any', 'q']) {
      expect(keeps(`${key}=${text}`), key).toBe(true);
      expect(keeps(`-${key}=${text}`), key).toBe(false);
      expect(keeps(`${key}=${other}`), key).toBe(false);
    }
  });
});

it.each(['00:16:3e', '0b:0c', '3e0a-0b', '0a0b0c'])('mac takes %s from anywhere in it', (text) =>
  expect(keeps(`mac=${text}`)).toBe(true),
);
it.each(['0c', '0', '00:16:3e:0a:0b:0c:0d', 'zz:zz', '1:2', '00163e0a0b0c0'])('%s is no MAC', (text) => {
  expect(canonicalMac(text)).toBeNull();
  expect(parseSearch(new URLSearchParams(`mac=${text}`)).issues).toMatchObject([{ code: 'malformed' }]);
});
it.each(['12:34:56', '525400123456', '00163e', 'deadbeef'])('any takes %s for no MAC', (text) => {
  expect(keeps(`mac=00:16:3e`)).toBe(true);
  expect(readIntake(text)[0]?.as).toBe('words');
});

it.each([
  ['q=163e0a', 'q=00163e0a0b', true],
  // Not on the boundary of a pair: an ENI whose MAC contains the one need not contain the other.
  ['q=0163e0', 'q=00163e0a0b', false],
  ['q=web', 'q=webshop', true],
])('%s is wider than %s: %s', (wide, narrow, is) => {
  const read = (query: string) => parseSearch(new URLSearchParams(query)).search;
  expect(isWider(read(wide), read(narrow))).toBe(is);
});
