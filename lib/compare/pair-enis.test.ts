import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Eni, eniKey } from '@/lib/eni/eni';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import { sideInPart, sideWith, wholeSide } from './compare.test-kit';
import { type EniRow, PAIR_KINDS, type Paired, type PairKind, pairEnis } from './pair-enis';
import { withoutAbsence } from './side';

const byArbitrary = fc.constantFrom('eni' as const, 'name' as const);
const DIFFERENCES = ['different', 'onlyHere', 'onlyThere'] as const;

const keysOf = ({ rows }: Paired, side: 'here' | 'there') =>
  PAIR_KINDS.flatMap((kind) => rows[kind].flatMap((row) => row[side].map(eniKey))).sort();
const sizes = ({ rows }: Paired) =>
  Object.fromEntries(PAIR_KINDS.map((kind) => [kind, rows[kind].length])) as Record<PairKind, number>;
const said = (rows: readonly EniRow[]) => rows.map(({ key, fields }) => `${key} ${fields.join()}`);

describe('two whole sides', () => {
  it('hold every ENI in one row each, and those without a name in none', () =>
    fc.assert(
      fc.property(wholeSide, wholeSide, byArbitrary, (here, there, by) => {
        const paired = pairEnis(here, there, by);
        const named = (enis: readonly Eni[]) =>
          enis
            .filter((eni) => by === 'eni' || eni.name !== null)
            .map(eniKey)
            .sort();
        expect(keysOf(paired, 'here')).toEqual(named(here.enis));
        expect(keysOf(paired, 'there')).toEqual(named(there.enis));
        const unnamed = (enis: readonly Eni[]) => enis.length - named(enis).length;
        expect(paired.unnamed).toEqual({ here: unnamed(here.enis), there: unnamed(there.enis) });
      }),
    ));

  it('have no difference where they are one and the same', () =>
    fc.assert(
      fc.property(wholeSide, byArbitrary, (side, by) => {
        const { rows, fieldCounts } = pairEnis(side, side, by);
        for (const kind of DIFFERENCES) expect(rows[kind]).toEqual([]);
        expect(fieldCounts).toEqual([]);
      }),
    ));

  it('say the same the other way round', () =>
    fc.assert(
      fc.property(wholeSide, wholeSide, byArbitrary, (here, there, by) => {
        const one = pairEnis(here, there, by);
        const other = pairEnis(there, here, by);
        const { onlyHere, onlyThere, ...rest } = sizes(one);
        expect(sizes(other)).toEqual({ ...rest, onlyHere: onlyThere, onlyThere: onlyHere });
        expect(said(other.rows.different).sort()).toEqual(said(one.rows.different).sort());
        expect(other.fieldCounts).toEqual(one.fieldCounts);
      }),
    ));

  it('count a field as often as a pair differs in it', () =>
    fc.assert(
      fc.property(wholeSide, wholeSide, byArbitrary, (here, there, by) => {
        const { rows, fieldCounts } = pairEnis(here, there, by);
        for (const [field, count] of fieldCounts)
          expect(rows.different.filter(({ fields }) => fields.includes(field))).toHaveLength(count);
        expect(fieldCounts.reduce((sum, [, count]) => sum + count, 0)).toBe(
          rows.different.reduce((sum, { fields }) => sum + fields.length, 0),
        );
      }),
    ));
});

describe('a side in part', () => {
  it('never makes a difference that is none once it has been read', () =>
    fc.assert(
      fc.property(sideInPart, sideInPart, byArbitrary, (here, there, by) => {
        const partial = pairEnis(here.part, there.part, by).rows;
        const whole = pairEnis(sideWith(here.all), sideWith(there.all), by).rows;
        const kinds = new Map(
          PAIR_KINDS.flatMap((kind) =>
            whole[kind].flatMap((row) => [...row.here, ...row.there].map((eni) => [eniKey(eni), kind])),
          ),
        );
        for (const kind of ['onlyHere', 'onlyThere'] as const)
          for (const row of partial[kind])
            for (const eni of [...row.here, ...row.there])
              expect([kind, 'several']).toContain(kinds.get(eniKey(eni)));
        if (by === 'name') expect(partial.different).toEqual([]);
      }),
      { numRuns: 300 },
    ));

  it('has not seen what it does not hold, unless the region was read to the end', () => {
    const here = sideWith([eniWith({ id: 'eni-1' }), eniWith({ id: 'eni-2', region: 'cn-beijing' })]);
    const there = sideWith([], { isWhole: false, readRegions: new Set(['cn-beijing']) });
    const { rows } = pairEnis(here, there, 'eni');
    expect(rows.unseenThere.map(({ key }) => key)).toEqual(['cn-hangzhou/eni-1']);
    expect(rows.onlyHere.map(({ key }) => key)).toEqual(['cn-beijing/eni-2']);
    expect(sizes(pairEnis(here, withoutAbsence(there), 'eni'))).toMatchObject({
      unseenThere: 2,
      onlyHere: 0,
    });
  });
});

describe('pairs', () => {
  const was = eniWith({
    name: 'web',
    status: 'InUse',
    securityGroupIds: ['sg-2', 'sg-1'],
    privateIps: [privateIp('10.0.0.1'), privateIp('10.0.0.2')],
  });

  it('differ in what has changed, in whatever order lists come', () => {
    const is = {
      ...was,
      status: 'Available',
      securityGroupIds: ['sg-1', 'sg-2'],
      privateIps: [privateIp('10.0.0.1')],
    };
    const { rows } = pairEnis(sideWith([is]), sideWith([was]), 'eni');
    expect(rows.different[0]?.fields).toEqual(['ips', 'status']);
  });

  it('of one name in two places are not compared by their ids and addresses', () => {
    const other = {
      ...was,
      region: 'cn-beijing',
      id: 'eni-9',
      securityGroupIds: ['sg-9'],
      status: 'Available',
    };
    const { rows } = pairEnis(sideWith([was]), sideWith([other]), 'name');
    expect(rows.different[0]?.fields).toEqual(['status']);
  });

  it('leave out what one side does not say', () => {
    const is = { ...was, status: null, description: 'new', name: 'api' };
    const file = sideWith([is], { fields: new Set(['name', 'description'] as const) });
    expect(pairEnis(sideWith([was]), file, 'eni').rows.different[0]?.fields).toEqual(['name', 'description']);
  });

  it('are not made of a name that several bear', () => {
    const twice = [was, { ...was, id: 'eni-2' }];
    const { rows } = pairEnis(sideWith(twice), sideWith([was]), 'name');
    expect(rows.several).toHaveLength(1);
    expect(rows.several[0]).toMatchObject({ key: 'web', here: twice, there: [was] });
  });

  it('are made for each account where two list one ENI', () => {
    const both = [was, { ...was, account: 'staging' }];
    const { rows } = pairEnis(sideWith(both), sideWith(both), 'eni');
    expect(rows.same).toHaveLength(2);
  });

  it('stand as people count', () => {
    const named = (name: string, id: string) => eniWith({ name, id });
    const here = sideWith([named('node-10', 'eni-1'), named('node-9', 'eni-2')]);
    const { rows } = pairEnis(here, sideWith([]), 'eni');
    expect(rows.onlyHere.map((row) => row.here[0]?.name)).toEqual(['node-9', 'node-10']);
  });
});
