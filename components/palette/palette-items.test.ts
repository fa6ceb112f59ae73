import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { itemKey, type Offers, paletteSections } from './palette-items';

const PLACE = {
  account: 'prod',
  region: 'cn-hangzhou',
  vSwitchId: 'vsw-1',
  name: 'app-h',
  cidr: '10.24.0.0/20',
};
const OFFERS: Offers = {
  views: [
    { view: 'enis', words: 'ENIs enis', takesTerm: false },
    { view: 'usage', words: 'IP usage usage', takesTerm: true },
    { view: 'findings', words: 'Findings findings', takesTerm: true },
  ],
  saved: [{ id: 'v1', name: 'Idle ENIs' }],
  regions: [{ id: 'cn-beijing', hint: '', words: 'cn-beijing China (Beijing) 华北2（北京）' }],
  accounts: ['prod', 'staging'],
  commands: [
    { id: 'refresh', words: 'Refresh', isView: false },
    { id: 'goUsage', words: 'Go to IP usage', isView: true },
    { id: 'keys', words: 'Show the keys', isView: false },
  ],
  filterLabel: (key) => key,
  placesOf: (address) => (address === '10.24.3.4' ? [{ ...PLACE, at: address }] : []),
  recent: ['command refresh', 'gone'],
};
const MATCH = { eni: eniWith({ id: 'eni-a' }), by: 'id' as const, text: 'eni-a', at: 0 };

const keysOf = (text: string, enis: (typeof MATCH)[] = []) =>
  paletteSections(text, enis, OFFERS).map(({ id, items }) => [id, ...items.map(itemKey)]);
const firstOf = (text: string) => paletteSections(text, [MATCH], OFFERS)[0];

describe('the palette offers', () => {
  it('for nothing what was chosen last, views and commands', () =>
    expect(keysOf('  ')).toEqual([
      ['recent', 'command refresh'],
      ['go', 'view enis', 'view usage', 'view findings', 'saved v1'],
      ['commands', 'command keys'],
    ]));

  it('for an address who holds it, its place on the map, its block, and what touches it', () => {
    const [done, enis, go] = paletteSections('10.24.3.4', [MATCH], OFFERS);
    expect(done?.id).toBe('do');
    expect(done?.items.slice(0, 2)).toMatchObject([
      { kind: 'holds', term: { key: 'ip', values: ['10.24.3.4'] } },
      { kind: 'map', place: { vSwitchId: 'vsw-1', at: '10.24.3.4' } },
    ]);
    expect(done?.items).toContainEqual({
      kind: 'filter',
      term: { key: 'ip', negated: false, values: ['10.24.3.0/24'] },
      isAfter: true,
    });
    expect(enis?.items).toEqual([{ kind: 'eni', match: MATCH }]);
    expect(go?.items.map(itemKey)).toEqual(['view usage here', 'view findings here']);
  });

  it.each([
    ['vsw-1', 'do', 'filter'],
    ['findi', 'go', 'view'],
    ['idle', 'go', 'saved'],
    ['北京', 'scope', 'region'],
    ['beij', 'scope', 'region'],
    ['stag', 'scope', 'account'],
    ['refr', 'commands', 'command'],
    ['vswi', 'filters', 'start'],
    ['zzz', 'do', 'filter'],
  ])('for %s first %s: a %s', (text, section, kind) => {
    expect(firstOf(text)?.id).toBe(section);
    expect(firstOf(text)?.items[0]?.kind).toBe(kind);
  });

  it('for > commands alone, those that lead to views too', () => {
    expect(keysOf('>', [MATCH])).toEqual([
      ['commands', 'command refresh', 'command goUsage', 'command keys'],
    ]);
    expect(keysOf('> us')).toEqual([['commands', 'command goUsage']]);
    expect(keysOf('>nothing')).toEqual([]);
  });

  it('for ? the keys', () => expect(keysOf('?')).toEqual([['commands', 'command keys']]));

  it.each(['', '10.24.3.4', 'e', 'enis', 'a b', '>g'])('nothing twice for %j', (text) => {
    const keys = paletteSections(text, [MATCH], OFFERS).flatMap(({ items }) => items.map(itemKey));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
