import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeKey } from '@/lib/eni/place';
import { type Change, changesByKey, countByKind } from './change';
import { lookArbitrary, lookWith, rowsArbitrary, rowWith } from './changes.test-kit';
import { changesBetween } from './changes-between';
import type { LookRow } from './look';

const places = ({ rows }: { rows: readonly LookRow[] }) => new Map(rows.map((row) => [row.key, row]));

/** The rows after the changes. */
function apply(rows: readonly LookRow[], changes: readonly Change[]): Map<string, LookRow> {
  const held = new Map(rows.map((row) => [row.key, { ...row, holds: new Set(row.holds) }]));
  const isNew = new Set(changes.filter(({ kind }) => kind === 'new').map(({ eni }) => eni.key));
  for (const { kind, eni, fromEni, address, to } of changes) {
    const row = held.get(eni.key);
    if (kind === 'gone') held.delete(eni.key);
    else if (kind === 'new') held.set(eni.key, { ...eni, holds: new Set(eni.holds) });
    else if (kind === 'moved') {
      if (fromEni) held.get(fromEni.key)?.holds.delete(address ?? '');
      if (!isNew.has(eni.key)) row?.holds.add(address ?? '');
    } else if (!row) continue;
    else if (kind === 'added') row.holds.add(address ?? '');
    else if (kind === 'removed') row.holds.delete(address ?? '');
    else if (kind === 'status') row.status = to;
    else if (kind === 'instance') row.instanceId = to;
    else row.name = to;
  }
  return new Map([...held].map(([key, row]) => [key, { ...row, holds: [...row.holds].sort() }]));
}

const sorted = (rows: readonly LookRow[]) =>
  new Map(rows.map((row) => [row.key, { ...row, holds: [...row.holds].sort() }]));

/** The same changes told backwards, as texts. */
const MIRROR = {
  new: 'gone',
  gone: 'new',
  added: 'removed',
  removed: 'added',
  status: 'status',
  instance: 'instance',
  moved: 'moved',
  name: 'name',
} as const;
const told = ({ kind, eni, fromEni, address, from, to }: Change) =>
  [kind, kind === 'moved' ? `${fromEni?.key}>${eni.key}` : eni.key, address, from, to].join(' ');
const toldBackwards = ({ kind, eni, fromEni, address, from, to }: Change) =>
  [MIRROR[kind], kind === 'moved' ? `${eni.key}>${fromEni?.key}` : eni.key, address, to, from].join(' ');

describe('changesBetween', () => {
  it('finds nothing between a look and itself, in any order', () =>
    fc.assert(
      fc.property(lookArbitrary, (look) => {
        expect(changesBetween(look, { ...look, rows: [...look.rows].reverse() })).toEqual([]);
      }),
    ));

  it('says enough to make the later look of the earlier one, where both are complete', () =>
    fc.assert(
      fc.property(rowsArbitrary, rowsArbitrary, (before, after) => {
        const changes = changesBetween(lookWith(before), lookWith(after));
        expect(apply(before, changes)).toEqual(sorted(after));
      }),
    ));

  it('says the same backwards', () =>
    fc.assert(
      fc.property(lookArbitrary, lookArbitrary, (a, b) => {
        const forth = changesBetween(a, b).map(told).sort();
        expect(changesBetween(b, a).map(toldBackwards).sort()).toEqual(forth);
      }),
    ));

  it('calls nothing new or gone that a look could not have seen', () =>
    fc.assert(
      fc.property(lookArbitrary, lookArbitrary, (before, after) => {
        for (const { kind, eni } of changesBetween(before, after)) {
          if (kind !== 'new' && kind !== 'gone') continue;
          const [other, holds] = kind === 'new' ? [before, after] : [after, before];
          expect(other.complete && !other.unread.includes(placeKey(eni))).toBe(true);
          expect(places(other).has(eni.key)).toBe(false);
          expect(places(holds).has(eni.key)).toBe(true);
        }
      }),
    ));

  it('says of an ENI in both looks, however partial they are, all that differs and nothing else', () =>
    fc.assert(
      fc.property(lookArbitrary, lookArbitrary, (before, after) => {
        const [was, is] = [places(before), places(after)];
        const differ = [...is].filter(([key, row]) => was.has(key) && was.get(key)?.status !== row.status);
        const said = changesBetween(before, after).filter(({ kind }) => kind === 'status');
        expect(said.map(({ eni }) => eni.key).sort()).toEqual(differ.map(([key]) => key).sort());
      }),
    ));

  const kinds = (changes: Change[]) => Object.fromEntries(countByKind(changes));

  it('follows an address from one ENI to another', () => {
    const [a, b] = [rowWith({ id: 'eni-a', holds: ['10.0.0.1', '10.0.0.9'] }), rowWith({ id: 'eni-b' })];
    const changes = changesBetween(
      lookWith([a, b]),
      lookWith([
        { ...a, holds: ['10.0.0.1'] },
        { ...b, holds: ['10.0.0.9'] },
      ]),
    );
    expect(changes).toMatchObject([{ kind: 'moved', address: '10.0.0.9', from: 'eni-a', to: 'eni-b' }]);
    expect([...changesByKey(changes).keys()]).toEqual([b.key, a.key]);
  });

  it('keeps one private address of two VPCs apart, and follows an EIP through them', () => {
    const a = rowWith({ id: 'eni-a', holds: ['10.0.0.9', 'EIP 47.96.0.1'] });
    const b = rowWith({ id: 'eni-b', vpcId: 'vpc-2' });
    const after = lookWith([
      { ...a, holds: [] },
      { ...b, holds: ['10.0.0.9', 'EIP 47.96.0.1'] },
    ]);
    expect(kinds(changesBetween(lookWith([a, b]), after))).toEqual({ moved: 1, added: 1, removed: 1 });
  });

  it('tells no way of an address that two ENIs got', () => {
    const [a, b, c] = ['eni-a', 'eni-b', 'eni-c'].map((id) => rowWith({ id }));
    if (!a || !b || !c) return expect.unreachable();
    const after = [a, { ...b, holds: ['10.0.0.9'] }, { ...c, holds: ['10.0.0.9'] }];
    expect(kinds(changesBetween(lookWith([{ ...a, holds: ['10.0.0.9'] }, b, c]), lookWith(after)))).toEqual({
      added: 2,
      removed: 1,
    });
  });

  it.each([
    ['the later look failed there', {}, { unread: ['prod/cn-hangzhou'] }],
    ['the later look stopped before its end', {}, { complete: false }],
    ['the later look was elsewhere', {}, { scope: { accounts: ['prod'], regions: ['cn-beijing'] } }],
    ['the later rows are of an earlier answer', {}, { stale: ['prod/cn-hangzhou'] }],
  ])('calls nothing gone where %s', (_, before, after) =>
    expect(changesBetween(lookWith([rowWith()], before), lookWith([], after))).toEqual([]),
  );

  it('takes no status from an answer of before', () =>
    expect(
      changesBetween(
        lookWith([rowWith()]),
        lookWith([rowWith({ status: 'Available' })], { stale: ['prod/cn-hangzhou'] }),
      ),
    ).toEqual([]));
});
