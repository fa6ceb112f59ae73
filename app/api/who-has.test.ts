import { describe, expect, it } from 'vitest';
import { type Eni, eipsOf, eniKey } from '@/lib/eni/eni';
import { askedFor, findAsked } from '@/lib/search/ask/found';
import { readIntake } from '@/lib/search/intake/intake';
import { toEniQueryString } from '@/lib/search/params';
import type { FilterTerm } from '@/lib/search/search';
import { serveApi, walk } from './api.test-kit';

const MISSING = ['203.0.113.77', '2001:db8::77', 'eni-bp1gone0000000000gone', 'i-bp1gone0000000000gone'];

/** Values that people copy into tickets, from many ENIs, one kind after another. */
function itemsOf(enis: readonly Eni[], count: number): string[] {
  const plain = (text: string | null | undefined) => (text && !text.includes('*') ? text : null);
  const ways: ((eni: Eni) => string | null | undefined)[] = [
    (eni) => plain(eni.privateIpAddress),
    (eni) => plain(eni.privateIps.find(({ primary }) => !primary)?.privateIpAddress),
    (eni) => eni.id.toUpperCase(),
    (eni) => eni.macAddress?.replaceAll(':', '-'),
    (eni) => eipsOf(eni)[0],
    (eni) => eni.ipv6Addresses[0]?.ipv6Address.toUpperCase(),
    (eni) => eni.instanceId,
    (eni) => plain(eni.ipv4Prefixes[0]?.split('/')[0]),
  ];
  const items = new Set<string>();
  for (let at = 0; items.size < count && at < enis.length * ways.length; at++) {
    const eni = enis[(at * 131) % enis.length];
    const item = eni && ways[at % ways.length]?.(eni);
    if (item) items.add(item);
  }
  return [...items];
}

describe.each([2400, 20_000])('250 mixed addresses and ids, pasted at %d ENIs', (enis) => {
  serveApi({ enis });

  it('give every match exactly once, and the missing ones by name', async () => {
    const all = (await walk('region=cn-hangzhou&limit=2000')).flatMap(({ items }) => items);
    const items = [...itemsOf(all, 250 - MISSING.length), ...MISSING];
    expect(items).toHaveLength(250);
    const [reading] = readIntake(`Ticket 4711: ${items.join(' ; ')} thanks`);
    expect(reading?.as).toBe('mixed');
    const term = reading?.term as FilterTerm;
    const search = { accounts: [], regions: ['cn-hangzhou'], terms: [term] };

    const pages = await walk(`${toEniQueryString(search)}&limit=500`);
    const found = pages.flatMap((page) => page.items);
    // Rows that hints brought do not count twice in the sum that people see.
    expect(pages.reduce((sum, { scanned }) => sum + scanned, 0)).toBe(all.length);
    const keys = found.map(eniKey);
    expect(new Set(keys).size).toBe(keys.length);

    const asked = askedFor(search) as FilterTerm;
    const inAll = findAsked(asked, all);
    const inFound = findAsked(asked, found);
    expect(inFound.missing.sort()).toEqual([...MISSING].sort());
    const holders = (each: typeof inAll) =>
      each.items.map(({ value, holders: of }) => [
        value,
        of.map(({ eni, way }) => `${eni.id} ${way}`).sort(),
      ]);
    expect(holders(inFound)).toEqual(holders(inAll));
    expect(keys.sort()).toEqual(
      [...new Set(inAll.items.flatMap((item) => item.holders.map(({ eni }) => eniKey(eni))))].sort(),
    );
  });

  it('brings 900 rows that hints name each once, whatever the size of pages', async () => {
    const all = (await walk('region=cn-hangzhou&limit=2000')).flatMap(({ items }) => items);
    const ids = all.slice(0, 900).map(({ id }) => id);
    for (const limit of enis > 5000 ? [2000] : [100, 2000]) {
      const pages = await walk(`region=cn-hangzhou&any=${ids.join()},203.0.113.9&limit=${limit}`);
      expect(pages.flatMap(({ items }) => items.map(({ id }) => id)).sort()).toEqual([...ids].sort());
      expect(pages.reduce((sum, { scanned }) => sum + scanned, 0)).toBe(all.length);
    }
  });

  it('of ENI ids alone take three calls, and no wider scan', async () => {
    const all = (await walk('region=cn-hangzhou&limit=2000')).flatMap(({ items }) => items);
    const ids = all.slice(0, 250).map(({ id }) => id);
    const pages = await walk(`region=cn-hangzhou&any=${ids.join()}&limit=2000`);
    expect(pages.flatMap(({ items }) => items).length).toBe(250);
    const calls = pages.flatMap(({ upstream }) => upstream);
    expect(calls.map(({ action }) => action)).toEqual(Array(3).fill('DescribeNetworkInterfaces'));
  });
});
