import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AddressBlock, blockFinder } from './blocks';
import { type PlaceFacts, planAsk } from './plan';
import { planPrefixes } from './prefixes';
import { MOST_UNASKED } from './price';
import { type AskForm, type AskValue, isOfOnePlace, mayBeEip, readExact } from './values';

const VSWITCHES: AddressBlock[] = Array.from({ length: 8 }, (_, at) => ({
  id: `vsw-${at}`,
  cidrBlock: `10.${at >> 1}.0.0/16`,
  ipv6CidrBlock: at % 2 ? `2408:4000:0:${at}::/64` : null,
  used: [0, 30, 499, 501, 3000, 40_000, null, 200][at] ?? null,
}));

const facts = (more: Partial<PlaceFacts> = {}): PlaceFacts => ({
  enis: 50_000,
  knowsEips: true,
  vSwitches: blockFinder(VSWITCHES),
  ...more,
});
const value = (form: AskForm, text: string): AskValue => ({ form, value: text });

const octet = fc.nat(255);
const addresses = fc.oneof(
  fc.tuple(fc.nat(6), octet, octet).map((parts) => value('ipv4', `10.${parts.join('.')}`)),
  fc.tuple(octet, octet).map((parts) => value('ipv4', `47.96.${parts.join('.')}`)),
  fc.tuple(fc.nat(9), octet).map(([net, host]) => value('ipv6', `2408:4000:0:${net}::${host + 1}`)),
);
const others = fc
  .tuple(
    fc.constantFrom<AskForm>(
      'eni',
      'instance',
      'vswitch',
      'vpc',
      'sg',
      'rg',
      'mac',
      'allocation',
      'id',
      'name',
    ),
    fc.nat(999),
  )
  .map(([form, n]) => value(form, form === 'name' && n % 7 === 0 ? `a b ${n}` : `${form}-${n}`));
const lists = fc.uniqueArray(fc.oneof(addresses, others), {
  maxLength: 300,
  selector: (each) => `${each.form} ${each.value}`,
});
const anyFacts = fc.record({
  enis: fc.option(fc.oneof(fc.nat(3000), fc.nat(200_000)), { nil: null }),
  knowsEips: fc.boolean(),
  vSwitches: fc.constantFrom(blockFinder(VSWITCHES), 'unlisted' as const, 'denied' as const),
});
const budgets = fc.constantFrom(0, 5, MOST_UNASKED, Number.POSITIVE_INFINITY);

describe('planAsk', () => {
  it.each([
    ['ids of ENIs in hundreds', [value('eni', 'eni-1'), value('eni', 'eni-2')], 1, ['NetworkInterfaceId']],
    ['IPv6 by its filter', [value('ipv6', '2408:4000:0:1::7')], 1, ['Ipv6Address']],
    [
      'IPv4 as secondary and as primary',
      [value('ipv4', '10.0.0.7')],
      2,
      ['PrivateIpAddress', 'PrimaryIpAddress'],
    ],
    ['an instance by its id', [value('instance', 'i-1')], 1, ['InstanceId']],
    [
      'a group by its filter, which may take its instances and their ENIs',
      [value('sg', 'sg-1')],
      3,
      ['SecurityGroupId'],
    ],
    ['an ENI by its name', [value('name', 'web-1')], 1, ['NetworkInterfaceName']],
    ['nothing for what is no EIP and in no vSwitch', [value('ipv4', '47.96.0.1')], 0, []],
    ['nothing for the id of an EIP that is not here', [value('allocation', 'eip-1')], 0, []],
  ])('asks for %s', (_, values, calls, params) => {
    const plan = planAsk(values, facts(), MOST_UNASKED);
    expect(plan).toMatchObject({ how: 'ask', calls, price: null });
    if (plan.how !== 'ask') return;
    expect(plan.asks.flatMap((ask) => Object.keys(ask.params))).toEqual(params);
  });

  it.each([
    ['a small place rather than asking it twice', [value('instance', 'i-1')], 400, 1],
    ['for a MAC, which no filter finds', [value('mac', '00:16:3e:00:00:01')], 10_000, 20],
  ])('reads %s', (_, values, enis, calls) =>
    expect(planAsk(values, facts({ enis }), MOST_UNASKED)).toEqual({ how: 'read', calls }),
  );

  it('leaves a MAC open with its price where reading is dear, and asks for the rest', () => {
    const mac = value('mac', '00:16:3e:00:00:01');
    expect(planAsk([mac, value('eni', 'eni-1')], facts({ enis: 10_001 }), MOST_UNASKED)).toMatchObject({
      how: 'ask',
      calls: 1,
      open: [mac],
      price: 21,
    });
  });

  it('leaves what may be an EIP to a reading where EIPs cannot be asked for', () => {
    const eip = value('ipv4', '47.96.0.1');
    expect(planAsk([eip], facts({ knowsEips: false }), MOST_UNASKED)).toMatchObject({
      open: [eip],
      price: 100,
    });
  });

  it('lists vSwitches before it decides about addresses, for nothing else', () => {
    const unlisted = facts({ vSwitches: 'unlisted' });
    expect(planAsk([value('ipv4', '10.0.0.7')], unlisted, MOST_UNASKED)).toEqual({ how: 'list' });
    expect(planAsk([value('eni', 'eni-1')], unlisted, MOST_UNASKED).how).toBe('ask');
  });

  it('settles or names every value, within its budget, and for no more than reading everything costs', () =>
    fc.assert(
      fc.property(lists, anyFacts, budgets, (values, known, budget) => {
        const plan = planAsk(values, known, budget);
        const whole = known.enis === null ? Number.POSITIVE_INFINITY : Math.ceil(known.enis / 500);
        if (plan.how === 'list') {
          expect(known.vSwitches).toBe('unlisted');
          return;
        }
        expect(plan.calls).toBeLessThanOrEqual(budget);
        if (plan.how === 'read') {
          expect(plan.calls).toBe(whole);
          return;
        }
        expect(plan.calls).toBe(plan.asks.reduce((sum, { calls }) => sum + calls, 0));
        if (whole <= budget) expect(plan.calls).toBeLessThan(Math.max(whole, 1));
        const asked = new Set(plan.asks.flatMap((ask) => ask.values));
        for (const each of values) {
          const isNowhere =
            (each.form === 'allocation' && known.knowsEips) || (each.form === 'ipv4' && mayBeEip(each.value));
          expect(asked.has(each) || plan.open.includes(each) || isNowhere).toBe(true);
        }
        for (const { params } of plan.asks)
          for (const some of Object.values(params))
            if (Array.isArray(some)) expect(some.length).toBeLessThanOrEqual(100);
        if (plan.open.length === 0) expect(plan.price).toBeNull();
        if (plan.price !== null) expect(plan.price).toBeLessThanOrEqual(whole);
        if (budget === Number.POSITIVE_INFINITY) expect(plan.open).toEqual([]);
      }),
      { numRuns: 500 },
    ));
});

describe('planPrefixes', () => {
  const unseen = fc
    .uniqueArray(fc.tuple(addresses, fc.boolean()), { selector: ([each]) => each.value })
    .map((all) =>
      all.map(([each, isFound]) => ({ value: each, isFound, blocks: blockFinder(VSWITCHES)(each.value) })),
    );

  it('reads only vSwitches that have an address, within its budget, and names what that leaves open', () =>
    fc.assert(
      fc.property(unseen, anyFacts, budgets, (some, known, budget) => {
        const plan = planPrefixes(some, known, budget);
        expect(plan.calls).toBeLessThanOrEqual(budget);
        if (plan.read === 'place') {
          expect(plan.open).toEqual([]);
          return;
        }
        const { read, open } = plan;
        const needed = new Set(some.flatMap(({ blocks }) => blocks.map(({ id }) => id)));
        expect(read.every((id) => needed.has(id))).toBe(true);
        for (const { value: each, isFound, blocks } of some) {
          const isRead = typeof known.vSwitches === 'function' && blocks.every(({ id }) => read.includes(id));
          expect(open.includes(each)).toBe(!isFound && !isRead);
        }
        if (open.length === 0) expect(plan.price).toBeNull();
      }),
      { numRuns: 300 },
    ));

  it('reads first what may settle a value that nothing else has', () => {
    const [small, large] = [VSWITCHES[1], VSWITCHES[4]] as [AddressBlock, AddressBlock];
    const some = [
      { value: value('ipv4', '10.0.0.7'), isFound: true, blocks: [small] },
      { value: value('ipv4', '10.2.0.7'), isFound: false, blocks: [large] },
    ];
    expect(planPrefixes(some, facts(), 6)).toEqual({ read: ['vsw-4'], calls: 6, open: [], price: null });
  });
});

describe('exact values', () => {
  it.each([
    ['10.0.0.7', 'ipv4', '10.0.0.7'],
    ['::ffff:10.0.0.7', 'ipv4', '10.0.0.7'],
    ['2408:0:0::7', 'ipv6', '2408::7'],
    ['0016.3E0A.1B2C', 'mac', '00:16:3e:0a:1b:2c'],
    ['EIP-bp1abc', 'allocation', 'eip-bp1abc'],
  ])('%s is read as %s', (text, form, canonical) =>
    expect(readExact(text)).toEqual({ form, value: canonical }),
  );

  it.each(['10.0.0.0/24', 'web-*', '00:16:3e:**:**:01', '12345', ''])('"%s" is none', (text) =>
    expect(readExact(text)).toBeNull(),
  );

  it.each([
    ['47.96.0.1', true],
    ['10.0.0.7', false],
    ['172.31.255.255', false],
    ['172.32.0.0', true],
    ['100.64.0.1', false],
    ['192.168.0.1', false],
    ['eni-1', false],
  ])('%s may be an EIP: %s', (text, expected) => expect(mayBeEip(text)).toBe(expected));

  it('a private address may be in several places, an EIP in one', () => {
    expect(isOfOnePlace(value('ipv4', '10.0.0.7'))).toBe(false);
    expect(isOfOnePlace(value('ipv4', '47.96.0.1'))).toBe(true);
    expect(isOfOnePlace(value('vpc', 'vpc-1'))).toBe(false);
  });
});
