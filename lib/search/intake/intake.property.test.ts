import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { keepTerm } from '../keep';
import { readIntake } from './intake';
import { readPaste } from './paste';

const valuesOf = (text: string) => readPaste(text).items.map(({ value }) => value);

/** Something that people paste: as it is written, what it is, and the hosts of 10.20.0.0/24 that it says. */
type Thing = { text: string; values: string[]; says: (host: number) => boolean };

const host = fc.integer({ min: 1, max: 254 });
const ip = (last: number) => `10.20.0.${last}`;
const id = (start: string, at: number) => `${start}-bp1${at.toString(36)}x`;
const hex = (at: number) => at.toString(16).padStart(2, '0');
const macOf = (at: number) => `00:16:3e:00:0a:${hex(at)}`;
const nobody = () => false;

const MAC_SPELLINGS: readonly ((mac: string) => string)[] = [
  (mac) => mac,
  (mac) => mac.toUpperCase(),
  (mac) => mac.replaceAll(':', '-'),
  (mac) => mac.replaceAll(':', ''),
  (mac) => mac.replaceAll(':', '').replace(/(....)(....)(....)/, '$1.$2.$3'),
  (mac) => mac.replaceAll(':', '').replace(/(....)(....)(....)/, '$1-$2-$3'),
  (mac) => mac.replaceAll(':', '').replace(/(......)(......)/, '$1-$2'),
];

const single = (spell: (address: string) => string) =>
  host.map((at): Thing => ({ text: spell(ip(at)), values: [ip(at)], says: (each) => each === at }));

const thing: fc.Arbitrary<Thing> = fc.oneof(
  single((address) => address),
  single((address) => address.replaceAll('.', '[.]')),
  single((address) => `root@${address}`),
  single((address) => `${address}:443`),
  single((address) => `http://${address}/health`),
  single((address) => `::ffff:${address}`),
  single((address) => `cn-hangzhou.${address}`),
  // Host bits: an address, whatever its network is.
  fc
    .tuple(host, fc.constantFrom('/20', '/16', '/255.255.0.0', ' 255.255.0.0', ' netmask 255.255.240.0'))
    .map(([at, length]): Thing => ({ text: ip(at) + length, values: [ip(at)], says: (each) => each === at })),
  fc.constantFrom(0, 64, 128, 192).map(
    (at): Thing => ({
      text: `${ip(at)}/26`,
      values: [`${ip(at)}/26`],
      says: (each) => each >= at && each < at + 64,
    }),
  ),
  fc
    .tuple(host, host, fc.constantFrom('-', ' - ', '–', ' ~ ', '..'))
    .filter(([from, to]) => from < to)
    .map(
      ([from, to, dash]): Thing => ({
        text: `${ip(from)}${dash}${ip(to)}`,
        values: Array.from({ length: to - from + 1 }, (_, at) => ip(from + at)),
        says: (each) => each >= from && each <= to,
      }),
    ),
  fc
    .tuple(host, fc.constantFrom(...MAC_SPELLINGS))
    .map(
      ([at, spell]): Thing => ({ text: spell(macOf(at)), values: [macOf(at)], says: (each) => each === at }),
    ),
  host.map(
    (at): Thing => ({
      text: `00163e000a${hex(at)[0]}`,
      values: [`00:16:3e:00:0a:${hex(at)[0]}`],
      says: (each) => hex(each)[0] === hex(at)[0],
    }),
  ),
  fc.tuple(host, host, fc.constantFrom(':', '/', '=')).map(
    ([a, b, mark]): Thing => ({
      text: `${id('eni', a)}${mark}${id('i', b)}`,
      values: [id('eni', a), id('i', b)],
      says: (each) => each === a || each === b,
    }),
  ),
  host.map(
    (at): Thing => ({
      text: `${id('i', at)}.cn-hangzhou.ecs.internal`,
      values: [id('i', at)],
      says: (each) => each === at,
    }),
  ),
  fc
    .tuple(host, fc.constantFrom('vsw', 'vpc', 'sg', 'rg', 'eip'))
    .map(([at, start]): Thing => ({ text: id(start, at), values: [id(start, at)], says: nobody })),
);

const gap = fc.constantFrom('\n', '; ', ', ', '\t', ' | ', '，', '\n- ', '" , "');
const wrap = fc.constantFrom(
  ...['$', '"$"', '($)', '[$]', '**$**', '`$`', 'src=$', 'ip: $', '地址$的', '$.', '<$>'],
);

const paste = fc.array(fc.tuple(thing, wrap, gap), { minLength: 1, maxLength: 8 }).map((parts) => ({
  things: parts.map(([each]) => each),
  text: parts.map(([{ text }, around, after]) => around.replace('$', () => text) + after).join(''),
}));

describe('a paste', () => {
  it('gives every thing that is in it, and nothing else', () =>
    fc.assert(
      fc.property(paste, ({ things, text }) => {
        expect(new Set(valuesOf(text))).toEqual(new Set(things.flatMap(({ values }) => values)));
      }),
      { numRuns: 150 },
    ));

  const rows = Array.from({ length: 256 }, (_, at) =>
    eniWith({
      id: id('eni', at),
      instanceId: id('i', at),
      macAddress: macOf(at).toUpperCase(),
      privateIpAddress: ip(at),
      securityGroupIds: [],
    }),
  );
  it('finds exactly the ENIs that its things say', () =>
    fc.assert(
      fc.property(paste, ({ things, text }) => {
        const [reading] = readIntake(text);
        const found = rows.filter(keepTerm(reading?.term as never, 0)).map((eni) => rows.indexOf(eni));
        const said = rows.map((_, at) => at).filter((at) => things.some(({ says }) => says(at)));
        expect(found).toEqual(said);
      }),
      { numRuns: 150 },
    ));

  it('offers no reading that finds less than the first, but those of one kind', () =>
    fc.assert(
      fc.property(paste, ({ text }) => {
        const [first, ...others] = readIntake(text);
        const wide = others.find(({ as }) => as === 'blocks' || as === 'block');
        if (!first || !wide) return;
        const keepsWide = keepTerm(wide.term, 0);
        for (const eni of rows.filter(keepTerm(first.term, 0))) expect(keepsWide(eni)).toBe(true);
      }),
      { numRuns: 100 },
    ));
});

const scrap = fc.oneof(
  { weight: 3, arbitrary: thing.map(({ text }) => text) },
  fc.constantFrom(...[':', '/', '=', '-', '.', '..', ' ', '@', '%', '\\', '_', '*', '::', '[', ']', ',']),
  fc.constantFrom(...['a', '1', 'fe80', '0', '255.255.255.0', '0.0.0.255', 'brd ', '/24', '/33', 'mask ']),
  fc.string({ maxLength: 6 }),
);
const scraps = fc.array(scrap, { maxLength: 12 }).map((parts) => parts.join(''));

describe('any text', () => {
  it('is read once more as what was read of it', () =>
    fc.assert(
      fc.property(scraps, fc.constantFrom(' ', ',', '\n', '; '), (text, between) => {
        const read = valuesOf(text);
        const again = readPaste(read.join(between));
        expect(again.items.map(({ value }) => value)).toEqual(read);
        expect(again.unread).toEqual([]);
      }),
      { numRuns: 600 },
    ));

  it('gives blocks only where it has a length, a mask or a range', () =>
    fc.assert(
      fc.property(scraps, (text) => {
        const isBlocks = valuesOf(text).some((value) => value.includes('/'));
        if (isBlocks) expect(text).toMatch(/\/|-|–|~|\.\.|255\.|0\.0\./);
      }),
      { numRuns: 150 },
    ));
});
