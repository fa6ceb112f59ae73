import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import { privateAddressCount } from '@/lib/eni/eni-address';
import { anyInput } from '@/lib/findings/any-input.test-kit';
import { findAll, groupByRule } from '@/lib/findings/find';
import type { FindingsInput } from '@/lib/findings/finding';
import { idleEniWith, inputWith, vSwitchIn } from '@/lib/findings/findings.test-kit';
import { indexOf } from '@/lib/findings/findings-index';
import { FREEING_RULES, frees } from '@/lib/findings/freed';
import { cutTo } from '@/lib/findings/shown';
import { vSwitchFacts } from '@/lib/findings/vswitch-facts';
import { runSteps } from '@/lib/steps/run-steps';
import { cutVSwitches } from '@/lib/usage/cut-vswitches';
import { scopeMeasures } from '@/lib/usage/scope-measures';
import { vSwitchKey } from '@/lib/usage/vswitches';
import { byFieldSteps, OVERVIEW_FIELDS } from './by-field';
import { filledBy } from './filled-by';
import { concernedVSwitches, fullestFirst, vSwitchFigures } from './fullest';
import { findingFigures, worstRules } from './worst';

/** Each ENI once, as a reading has them; the inputs of rules may be torn. */
const enisOf = (input: FindingsInput) => indexOf(input).enis.map(({ eni }) => eni);

describe('the figures of any estate', () => {
  it('of ENIs and addresses add up to the whole, whatever they are counted by', () =>
    fc.assert(
      fc.property(anyInput, ({ enis }) => {
        const counted = runSteps(byFieldSteps(enis, () => false));
        const addresses = enis.reduce((sum, eni) => sum + privateAddressCount(eni), 0);
        expect(counted).toMatchObject({ enis: enis.length, addresses });
        for (const field of OVERVIEW_FIELDS) {
          const rows = counted.rows[field];
          expect(rows.reduce((sum, row) => sum + row.enis, 0)).toBe(enis.length);
          expect(rows.reduce((sum, row) => sum + row.addresses, 0)).toBe(addresses);
          expect(new Set(rows.map(({ value }) => value)).size).toBe(rows.length);
        }
      }),
    ));

  it('of vSwitches are those that IP usage shows', () =>
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 1, max: 100 }), (input, fullPercent) => {
        const facts = vSwitchFacts(input);
        const figures = vSwitchFigures(facts, fullPercent);
        const vSwitches = facts.map(({ vSwitch }) => vSwitch);
        const measures = runSteps(scopeMeasures(vSwitches, enisOf(input)));
        const shown = (cut: 'full' | 'no-free-28') =>
          cutVSwitches(vSwitches, cut, { measures, fullPercent, enis: null }).length;
        expect(figures.full).toBe(shown('full'));
        expect(figures.withoutBlock).toBe(shown('no-free-28'));
        expect(figures.full).toBeLessThanOrEqual(figures.known);
        expect(figures.withoutBlockUsingPrefixes).toBeLessThanOrEqual(figures.withoutBlock);
        expect(figures.withoutBlock).toBeLessThanOrEqual(figures.measured);
        expect(fullestFirst(facts, [])).toHaveLength(figures.known);
      }),
    ));

  it('of vSwitches are, with a filter, those that IP usage shows with it', () =>
    fc.assert(
      fc.property(anyInput, (input) => {
        const keep = (eni: { status: string | null }) => eni.status === 'InUse';
        const facts = vSwitchFacts(input);
        const concerned = concernedVSwitches(facts, keep);
        const measures = runSteps(
          scopeMeasures(
            facts.map(({ vSwitch }) => vSwitch),
            enisOf(input),
          ),
        );
        const shown = cutVSwitches(
          facts.map(({ vSwitch }) => vSwitch),
          'full',
          { measures, fullPercent: 50, enis: enisOf(input).filter(keep) },
        );
        expect(vSwitchFigures(concerned, 50).full).toBe(shown.length);
      }),
    ));

  it('of findings are those that Findings shows', () =>
    fc.assert(
      fc.property(anyInput, (input) => {
        const { findings } = findAll(input);
        const figures = findingFigures(findings, indexOf(input).enis);
        expect(figures.all).toBe(findings.length);
        expect(figures.high).toBe(cutTo(findings, 'high').length);
        const rows = worstRules(groupByRule(findings), figures.freed);
        expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(findings.length);
        const freed = rows.reduce((sum, row) => sum + (row.freed?.addresses ?? 0), 0);
        expect(freed).toBe(figures.freed.addresses);
        const cut = cutTo(findings, 'frees');
        expect(findingFigures(cut, indexOf(input).enis).freed).toMatchObject({
          addresses: figures.freed.addresses,
          eips: figures.freed.eips,
        });
      }),
    ));

  it('of addresses freed count each ENI once and no more than it holds', () =>
    fc.assert(
      fc.property(anyInput, (input) => {
        const { findings } = findAll(input);
        const { enis } = indexOf(input);
        const named = new Set(findings.filter(frees).map(({ subject }) => subject.id));
        const most = enis
          .filter(({ eni }) => named.has(eni.id))
          .reduce((sum, { addresses }) => sum + addresses, 0);
        expect(findingFigures(findings, enis).freed.addresses).toBeLessThanOrEqual(most);
      }),
    ));

  it('of what fills a vSwitch add up to all of it, with at most three owners by name', () =>
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const facts of vSwitchFacts(input)) {
          const parts = filledBy(facts);
          const held = facts.enis.reduce((sum, { addresses }) => sum + addresses, 0);
          const all = held + Math.max(0, facts.measures?.dark ?? 0);
          expect(parts.reduce((sum, { addresses }) => sum + addresses, 0)).toBe(all);
          if (all > 0) expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
          const owners = parts.filter(({ by }) => by !== 'idle' && by !== 'others' && by !== 'noEni');
          expect(owners.length).toBeLessThanOrEqual(3);
        }
      }),
    ));
});

describe('addresses that mending frees', () => {
  const ofRules = (enis: ReturnType<typeof idleEniWith>[]) => {
    const input = inputWith({ enis });
    const { findings } = findAll(input);
    return findingFigures(findings, indexOf(input).enis).freed;
  };
  const held = ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4', '10.0.0.5'].map((ip) => privateIp(ip));

  it('are counted with the first rule that names the ENI, and as counted with the others', () => {
    const freed = ofRules([idleEniWith({ id: 'eni-1', privateIps: held, ipv4Prefixes: ['10.0.1.0/28'] })]);
    expect(freed.addresses).toBe(21);
    const shares = FREEING_RULES.flatMap((rule) => freed.byRule.get(rule) ?? []);
    expect(shares.map(({ addresses }) => addresses).sort((a, b) => b - a)).toEqual([21, 0, 0]);
    expect(shares.map(({ counted }) => counted).sort((a, b) => b - a)).toEqual([21, 16, 0]);
  });

  it('are not those that Terway or a cloud service hands back itself', () => {
    const tags = [{ key: 'creator', value: 'terway' }];
    const freed = ofRules([idleEniWith({ id: 'eni-1', privateIps: held, tags })]);
    expect(freed.addresses).toBe(0);
    expect(freed.byRule.get('idle-eni')?.kept).toBe(5);
  });

  it('bring their EIPs along', () => {
    const freed = ofRules([
      idleEniWith({ id: 'eni-1', privateIps: [privateIp('10.0.0.1', { publicIp: '47.1.1.1' })] }),
    ]);
    expect(freed).toMatchObject({ addresses: 1, eips: 1 });
  });
});

it('tells what fills a vSwitch, idle apart from its owner, and names what else there is last', () => {
  const inside = (id: string, ip: string, more = {}) =>
    eniWith({ id, vSwitchId: 'vsw-1', status: 'InUse', privateIps: [privateIp(ip)], ...more });
  const input = inputWith({
    enis: [
      inside('eni-1', '10.0.0.10', { instanceId: 'i-1' }),
      inside('eni-2', '10.0.0.11', { instanceId: 'i-2' }),
      inside('eni-3', '10.0.0.12', { status: 'Available' }),
    ],
    vSwitches: [vSwitchIn({ availableIpAddressCount: 248 })],
  });
  const [facts] = vSwitchFacts(input);
  expect(facts && filledBy(facts).map(({ by, addresses }) => [by, addresses])).toEqual([
    ['ecs', 2],
    ['idle', 1],
    ['noEni', 1],
  ]);
  const [row] = fullestFirst(facts ? [facts] : [], []);
  expect(row?.key).toBe(vSwitchKey(vSwitchIn()));
});

it('says of a zone that more of it is to come', () => {
  const enis = [eniWith({ id: 'eni-1', zoneId: 'a', region: 'r1' }), eniWith({ id: 'eni-2', zoneId: 'b' })];
  const { rows } = runSteps(byFieldSteps(enis, ({ region }) => region === 'r1'));
  expect(rows.zone.map(({ value, inPart }) => [value, inPart])).toEqual([
    ['a', true],
    ['b', false],
  ]);
  expect(rows.owner.some(({ inPart }) => inPart)).toBe(false);
});

it('counts 50,000 ENIs in many steps', () => {
  const enis = Array.from({ length: 50_000 }, (_, at) => eniWith({ id: `eni-${at}` }));
  expect([...byFieldSteps(enis, () => false)].length).toBeGreaterThan(20);
});
