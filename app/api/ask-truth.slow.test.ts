import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import type { Place } from '@/lib/eni/page';
import { readExact } from '@/lib/search/ask/values';
import { emulator, serveApi } from './api.test-kit';
import { askFor, everyEni, expectTruth, valuesOf } from './ask.test-kit';

// Repeated reads come from memory: this tests the plan, not the network.
serveApi({ enis: 17_000, profiles: ['prod', 'staging', 'audit'], env: { ENI_ATLAS_CACHE_TTL: '3600' } });

const ACCOUNTS = ['prod', 'staging', 'audit'];
/** Rows that contradict each other on purpose: another test covers two holders of one address of one vSwitch. */
const CONTRADICTS = /地址冲突|未对齐|网段之外/;
const NOWHERE = [
  '10.255.255.254',
  '47.1.2.3',
  '2408::dead',
  '00:16:3e:ff:ff:fe',
  'eni-none',
  'i-none',
  'eip-none',
  'rg-none',
];

let all: Eni[] = [];
let values: string[] = [];
let names: string[] = [];

beforeAll(() => {
  all = everyEni(ACCOUNTS);
  const wrong = new Set(all.filter(({ name }) => CONTRADICTS.test(name ?? '')).map(({ id }) => id));
  const contested = new Set(all.filter(({ id }) => wrong.has(id)).flatMap(valuesOf));
  const cells = ACCOUNTS.flatMap((account) => [...emulator().cellsOf(account)]);
  const eips = cells.flatMap(({ looseEips }) => looseEips.flatMap((eip) => [eip.address, eip.allocationId]));
  values = [...new Set(all.flatMap(valuesOf))].filter((value) => !contested.has(value)).concat(eips, NOWHERE);
  names = [
    ...new Set([
      ...all.flatMap(({ name }) => name ?? []),
      ...cells.flatMap(({ instances }) => instances.map(({ name }) => name)),
    ]),
  ].filter((name) => name.length <= 128 && !CONTRADICTS.test(name));
}, 60_000);

/** Each form of value is equally likely, however many values of it there are. */
function picked(most: number) {
  const byForm = new Map<string, string[]>();
  for (const value of values) {
    const form = readExact(value)?.form ?? '';
    const known = byForm.get(form);
    if (known) known.push(value);
    else byForm.set(form, [value]);
  }
  const one = fc
    .constantFrom(...byForm.values())
    .chain((some) => fc.nat(some.length - 1).map((at) => some[at] as string));
  return fc.uniqueArray(one, { minLength: 1, maxLength: most });
}

/** The one place that costs more than 20 calls to read. */
const isDear = ({ account, region }: Place) => account === 'prod' && region === 'cn-hangzhou';

describe('what /api/ask says of everything is what every ENI says', () => {
  it.each([
    ['a few values', 3, 40, ''],
    ['a long list', 60, 5, ''],
    ['a list for which everything may be read', 10, 3, 'read=all'],
  ])(
    'for %s',
    async (_, most, numRuns, read) => {
      await fc.assert(
        fc.asyncProperty(
          picked(most),
          fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }),
          async (some, called) => {
            const { places } = await askFor(some, called, read);
            expect(places).toHaveLength(12);
            for (const place of places) {
              const isLeft = read === '' && isDear(place) && place.open.length > 0;
              expect(place.state === 'skipped' ? 'settled' : place.state).toBe(isLeft ? 'open' : 'settled');
            }
            expectTruth(places, all, some, called);
          },
        ),
        { numRuns, seed: 7 },
      );
    },
    180_000,
  );
});
