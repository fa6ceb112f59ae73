import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { privateIp } from '@/lib/eni/eni.test-kit';
import { STATE } from '../occupancy';
import { anyUsage, eniIn, mapOf, vSwitchWith } from '../usage.test-kit';
import { COLOUR_BASES, type ColourMode, formatColourMode, parseColourMode, tagKeysOf } from './colour-modes';
import { pictureOf } from './picture';
import { contentOf, markedOf, nextOf, selectionBetween } from './places';
import { WITH_EIP } from './tiles';

const NOW = Date.parse('2026-11-27T00:00:00Z');
const MODES: ColourMode[] = COLOUR_BASES.map((by) => (by === 'tag' ? { by, key: null } : { by }));
const stateMode: ColourMode = { by: 'state' };

const anyPicture = fc.record({ usage: anyUsage, mode: fc.constantFrom(...MODES) });

describe('a picture', () => {
  it('counts every address once in its legend, in every mode', () =>
    fc.assert(
      fc.property(anyPicture, ({ usage: { vSwitch, enis }, mode }) => {
        const occupancy = mapOf(vSwitch, enis);
        const { kinds, tiles, legend } = pictureOf(occupancy, enis, { mode, now: NOW });
        expect(legend.reduce((sum, { addresses }) => sum + addresses, 0)).toBe(occupancy.size);
        expect(kinds.every((kind) => (kind & ~WITH_EIP) < tiles.length)).toBe(true);
      }),
      { numRuns: 60 },
    ));

  it('never shows an address in use as free, nor a free one as in use, in any mode', () =>
    fc.assert(
      fc.property(anyPicture, ({ usage: { vSwitch, enis }, mode }) => {
        const occupancy = mapOf(vSwitch, enis);
        const { kinds } = pictureOf(occupancy, enis, { mode, now: NOW });
        const isSame = (state: number, at: number) => (kinds[at] === STATE.free) === (state === STATE.free);
        expect(occupancy.states.every(isSame)).toBe(true);
      }),
      { numRuns: 60 },
    ));

  const enis = [
    eniIn('eni-a', ['10.0.0.4', '10.0.0.5'], {
      tags: [{ key: 'team', value: 'pay' }],
      securityGroupIds: ['sg-2', 'sg-1'],
    }),
    eniIn('eni-b', ['10.0.0.6'], { status: 'Available', creationTime: '2026-11-26T00:00:00Z' }),
    eniIn('eni-c', [], {
      ipv4Prefixes: ['10.0.0.16/28'],
      privateIps: [privateIp('10.0.0.7', { primary: true, publicIp: '47.0.0.1' })],
    }),
  ];
  const occupancy = mapOf(vSwitchWith('10.0.0.0/26'), enis);
  const legendOf = (mode: ColourMode) =>
    pictureOf(occupancy, enis, { mode, now: NOW }).legend.map((entry) => [
      entry.kind === 'value' ? entry.value : entry.kind === 'state' ? entry.state : entry.kind,
      entry.addresses,
    ]);

  it.each<[ColourMode, [string, number][]]>([
    [
      stateMode,
      [
        ['free', 40],
        ['reserved', 4],
        ['primary', 1],
        ['secondary', 2],
        ['prefix', 16],
        ['idle', 1],
      ],
    ],
    [
      { by: 'status' },
      [
        ['InUse', 19],
        ['Available', 1],
        ['free', 40],
        ['reserved', 4],
      ],
    ],
    [
      { by: 'sg' },
      [
        ['sg-1 + sg-2', 2],
        ['none', 18],
        ['free', 40],
        ['reserved', 4],
      ],
    ],
    [
      { by: 'tag', key: null },
      [
        ['pay', 2],
        ['none', 18],
        ['free', 40],
        ['reserved', 4],
      ],
    ],
    [
      { by: 'age' },
      [
        ['7d', 1],
        ['none', 19],
        ['free', 40],
        ['reserved', 4],
      ],
    ],
  ])('is grouped by %j', (mode, expected) => expect(legendOf(mode)).toEqual(expected));

  it('draws a prefix as one bar, an EIP over whatever it is on, and a reservation only where it is free', () => {
    const reservations = [{ first: 0x0a000010, length: 32 }];
    const { kinds, tiles, legend } = pictureOf(occupancy, enis, { mode: stateMode, now: NOW, reservations });
    const tileAt = (at: number) => tiles[(kinds[at] as number) & ~WITH_EIP];
    expect([16, 17, 31].map((at) => tileAt(at)?.open)).toEqual(['right', 'both', 'left']);
    expect((kinds[7] as number) & WITH_EIP).toBe(WITH_EIP);
    expect((kinds[4] as number) & WITH_EIP).toBe(0);
    expect(legend.find((entry) => entry.kind === 'state' && entry.state === 'reservation')?.addresses).toBe(
      16,
    );
  });

  it('gives what holds most a colour of its own and puts the rest together', () => {
    const many: Eni[] = Array.from({ length: 12 }, (_, at) =>
      eniIn(
        `eni-${at}`,
        Array.from({ length: 12 - at }, (_, ip) => `10.0.${at}.${ip + 4}`),
        {
          tags: [{ key: 'app', value: `app-${at}` }],
        },
      ),
    );
    const { legend } = pictureOf(mapOf(vSwitchWith('10.0.0.0/20'), many), many, {
      mode: { by: 'tag', key: 'app' },
      now: NOW,
    });
    expect(legend.flatMap((entry) => (entry.kind === 'value' ? [entry.value] : []))).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((at) => `app-${at}`),
    );
    expect(legend.find(({ kind }) => kind === 'rest')).toMatchObject({
      groups: 5,
      addresses: 5 + 4 + 3 + 2 + 1,
    });
  });
});

describe('colour modes', () => {
  it.each(['state', 'status', 'owner', 'sg', 'age', 'tag', 'tag:team', 'tag:a:b'])(
    'reads %s back',
    (text) => {
      const mode = parseColourMode(text);
      expect(mode && formatColourMode(mode)).toBe(text);
    },
  );

  it('knows no others', () => expect(parseColourMode('mood')).toBeNull());

  it('offers the tag keys that are used most first, those of the cloud last', () => {
    const tagged = (...keys: string[]) => ({ tags: keys.map((key) => ({ key, value: '' })) });
    expect(tagKeysOf([tagged('b', 'acs:x'), tagged('a', 'acs:x'), tagged('b')])).toEqual(['b', 'a', 'acs:x']);
  });
});

describe('places', () => {
  it('go around the end', () => {
    expect(nextOf([3, 9], 4)).toBe(9);
    expect(nextOf([3, 9], 9)).toBe(3);
    expect(nextOf([], 9)).toBeNull();
  });

  it('tell what is between two of them, whichever comes first', () => {
    const enis = [eniIn('eni-a', ['10.0.0.4', '10.0.0.6']), eniIn('eni-b', ['10.0.0.5', '10.0.0.6'])];
    const occupancy = mapOf(vSwitchWith('10.0.0.0/28'), enis);
    const selection = selectionBetween(7, 4);
    expect(selection).toEqual({ first: 4, length: 4 });
    expect(contentOf(occupancy, selection)).toEqual({ free: 1, owners: [0, 1] });
    expect(markedOf(occupancy, () => false)).toEqual([6]);
    expect(markedOf(occupancy, (owner) => owner === 1)).toEqual([5, 6]);
  });
});
