import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import { keepTerm } from '../keep';
import { parseSearch } from '../params';
import type { FilterTerm } from '../search';
import { askedFor, countHolders, findAsked } from './found';

const searchOf = (query: string) => parseSearch(new URLSearchParams(query)).search;
const askedKey = (query: string) => askedFor(searchOf(query))?.key ?? null;

describe('askedFor', () => {
  it.each([
    ['any=10.0.0.7,i-bp1x', 'any'],
    ['ip=10.0.0.7', 'ip'],
    ['ip=10.0.0.0/16', null],
    ['eip=true', null],
    ['mac=00:16:3e:00:00:01', 'mac'],
    ['mac=00:16:3e:00:00:**', null],
    ['eni=eni-1', null],
    ['eni=eni-1,eni-2', 'eni'],
    ['-ip=10.0.0.7', null],
    ['status=InUse&ip=10.0.0.7', 'ip'],
  ])('%s asks by %s', (query, key) => expect(askedKey(query)).toBe(key));
});

describe('findAsked', () => {
  const eni = eniWith({
    id: 'eni-a',
    privateIpAddress: '10.0.0.7',
    privateIps: [privateIp('10.0.0.7', { primary: true, publicIp: '47.1.1.1' }), privateIp('10.0.0.8')],
    publicIp: '47.1.1.1',
    ipv4Prefixes: ['10.0.1.0/28'],
    macAddress: '00:16:3e:00:00:01',
    instanceId: 'i-bp1x',
  });
  const asked = (query: string) => findAsked(askedFor(searchOf(query)) as FilterTerm, [eni]);

  it('says how each is held and what nobody holds', () => {
    const found = asked(
      'any=10.0.0.7,10.0.0.8,47.1.1.1,10.0.1.9,00:16:3e:00:00:01,i-bp1x,eni-a,10.9.9.9,eni-gone',
    );
    expect(found.items.map(({ holders }) => holders.map(({ way }) => way).join())).toEqual([
      'primary',
      'secondary',
      'eip',
      'prefix',
      'mac',
      'instance',
      'eni',
      '',
      '',
    ]);
    expect(found.missing).toEqual(['10.9.9.9', 'eni-gone']);
    expect(countHolders(found)).toBe(1);
  });

  it('names every holder where VPCs overlap', () => {
    const twin = eniWith({ id: 'eni-b', privateIpAddress: '10.0.0.7' });
    const found = findAsked({ key: 'ip', negated: false, values: ['10.0.0.7'] }, [eni, twin]);
    expect(found.items[0]?.holders.map(({ eni: { id } }) => id)).toEqual(['eni-a', 'eni-b']);
  });

  it('finds a holder for an item exactly where the filter keeps an ENI for it', () => {
    const octet = fc.integer({ min: 0, max: 3 });
    const rows = fc.array(
      fc.tuple(octet, octet).map(([a, b]) =>
        eniWith({
          id: `eni-${a}${b}x`,
          privateIpAddress: `10.0.0.${a}`,
          privateIps: [privateIp(`10.0.0.${a}`, { primary: true }), privateIp(`10.0.1.${b}`)],
          ipv4Prefixes: [`10.0.2.${a * 16}/28`],
        }),
      ),
    );
    const item = fc.oneof(
      fc.tuple(octet, octet).map(([a, b]) => `10.0.${a}.${b}`),
      fc.tuple(octet, octet).map(([a, b]) => `eni-${a}${b}x`),
    );
    fc.assert(
      fc.property(rows, fc.uniqueArray(item, { minLength: 1, maxLength: 12 }), (enis, values) => {
        const { items } = findAsked({ key: 'any', negated: false, values }, enis);
        for (const { value, holders } of items) {
          const kept = enis.filter(keepTerm({ key: 'any', negated: false, values: [value] }, 0));
          expect(new Set(holders.map(({ eni: each }) => each))).toEqual(new Set(kept));
        }
      }),
    );
  });
});
