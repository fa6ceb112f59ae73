import { describe, expect, it } from 'vitest';
import type { Cell } from '@/emulator/estate/model';
import { emulator, serveApi } from './api.test-kit';
import { askFor, everyEni, expectTruth, valuesOf } from './ask.test-kit';

/** Of each place that has ENIs, and a load balancer's EIP beside: more than 25 in all, of every form. */
function heldSet(accounts: readonly string[]): string[] {
  const all = everyEni(accounts, 300);
  const places = new Map<string, typeof all>();
  for (const eni of all) {
    const place = `${eni.account}/${eni.region}`;
    places.set(place, [...(places.get(place) ?? []), eni]);
  }
  return [...places.values()].flatMap((enis, at) => {
    const ordinary = enis.filter(({ macAddress }) => macAddress && !macAddress.includes('*'));
    const pick = (n: number) => ordinary[(n * 37) % ordinary.length];
    const withEip = ordinary.find(({ publicIp }) => publicIp !== null);
    const withPrefix = ordinary.find(({ ipv4Prefixes }) => ipv4Prefixes.length > 0);
    const withIpv6 = ordinary.find(({ ipv6Addresses }) => ipv6Addresses.length > 0);
    return [
      pick(1)?.id,
      pick(2)?.privateIpAddress,
      withEip?.publicIp,
      at % 2
        ? withEip?.privateIps.find(({ allocationId }) => allocationId)?.allocationId
        : pick(3)?.macAddress,
      at % 2 ? withIpv6?.ipv6Addresses[0]?.ipv6Address : withPrefix && valuesOf(withPrefix).at(-1),
      at % 2 ? pick(4)?.instanceId : pick(5)?.vSwitchId,
    ].filter((value) => value !== null && value !== undefined);
  });
}

const callsOf = (action: string) =>
  emulator()
    .calls.list()
    .filter((call) => call.action === action).length;

/** The most calls of one action that any one place has received. */
function most(): number {
  const counts = new Map<string, number>();
  for (const { account, region, action } of emulator().calls.list()) {
    const key = `${account}/${region}/${action}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Math.max(...counts.values());
}

async function measured(values: readonly string[], names: readonly string[] = []) {
  emulator().calls.reset();
  const started = performance.now();
  const { places } = await askFor(values, names);
  return { places, ms: Math.round(performance.now() - started), calls: emulator().calls.list().length };
}

const told = (what: string, { ms, calls }: { ms: number; calls: number }) =>
  process.env.MEASURE && console.log(`${what}: ${calls} calls, ${ms} ms`);

describe('with all permissions, at the default rate', () => {
  const accounts = ['prod', 'staging', 'audit'];
  serveApi({ enis: 2400, profiles: accounts, env: { ENI_ATLAS_RATE: '8' } });

  it('finds more than 25 values over all accounts in 2 seconds', async () => {
    const values = heldSet(accounts);
    expect(values.length).toBeGreaterThanOrEqual(25);
    const result = await measured(values);
    told('held set, all permissions', result);
    expect(new Set(result.places.flatMap(({ hits }) => hits.map(({ value }) => value)))).toEqual(
      new Set(values),
    );
    expect(result.places.filter(({ state }) => state !== 'settled')).toEqual([]);
    expectTruth(result.places, everyEni(accounts), values);
    // Calls of one action to one place are 135 ms apart at 8 a second. This test does not measure the network.
    expect(most() * 135).toBeLessThan(2_000);
  });

  it('says in one call a place who has an EIP, and settles a place without ENIs by its count', async () => {
    const cell = emulator().cell('staging', 'cn-beijing') as Cell;
    const eni = cell.enis.find(({ eips, type }) => eips.length > 0 && type !== 'Primary');
    const result = await measured([eni?.eips[0]?.address ?? '']);
    told('an EIP', result);
    expect(result.places.flatMap(({ hits }) => hits)).toMatchObject([
      { way: 'eip', eni: { id: eni?.id }, eip: { instanceType: 'NetworkInterface', instanceId: eni?.id } },
    ]);
    expect(callsOf('DescribeEipAddresses')).toBe(result.places.length);
    const private_ = await measured(['10.1.2.3']);
    told('a private address', private_);
    const empty = private_.places.filter(({ enis }) => enis === 0);
    expect(empty.length).toBeGreaterThan(0);
    for (const { upstream } of empty) expect(upstream).toHaveLength(1);
  });

  it('tells of an EIP that is on no ENI what it is on', async () => {
    const [nat] = (emulator().cell('prod', 'cn-hangzhou') as Cell).looseEips.filter(
      ({ boundTo }) => boundTo?.type === 'Nat',
    );
    const [forgotten] = (emulator().cell('prod', 'cn-shanghai') as Cell).looseEips;
    const { places } = await measured([nat?.address ?? '', forgotten?.allocationId ?? '']);
    expect(places.flatMap(({ region, hits }) => hits.map((hit) => ({ region, ...hit })))).toMatchObject([
      {
        region: 'cn-hangzhou',
        way: 'eip',
        eni: null,
        eip: { instanceType: 'Nat', instanceId: nat?.boundTo?.id },
      },
      { region: 'cn-shanghai', way: 'allocation', eni: null, eip: { instanceType: null, instanceId: null } },
    ]);
  });

  it('finds an ENI by its name and by that of its instance', async () => {
    const cell = emulator().cell('prod', 'ap-southeast-1') as Cell;
    const instance = cell.instances.find(({ enis }) => enis.length > 1);
    const { places } = await measured([], [instance?.name ?? '']);
    const hits =
      places.find(({ account, region }) => account === 'prod' && region === 'ap-southeast-1')?.hits ?? [];
    expect(new Set(hits.map(({ eni }) => eni?.id))).toEqual(new Set(instance?.enis.map(({ id }) => id)));
    expect(hits.map(({ way }) => way)).toContain('instanceName');
  });
});

describe('with DescribeNetworkInterfaces alone', () => {
  const accounts = ['enis-only-prod', 'enis-only-staging', 'enis-only-audit'];
  serveApi({ enis: 16_000, profiles: accounts, env: { ENI_ATLAS_RATE: '8' } });

  it('reads what is cheap, and names what it has not asked with its price', async () => {
    const real = ['prod', 'staging', 'audit'];
    const values = heldSet(real);
    const result = await measured(values);
    told('held set, ENIs alone', result);
    const dear = result.places.filter(({ state }) => state === 'open');
    expect(dear.map(({ account, region }) => `${account}/${region}`)).toEqual(['enis-only-prod/cn-hangzhou']);
    const [place] = dear;
    expect(place?.enis).toBe(10_240);
    expect(place?.price).toEqual({ calls: 21, seconds: 3 });
    expect(place?.denied).toContain('vpc:DescribeEipAddresses');
    expect(place?.open.length).toBeGreaterThan(0);
    const found = new Set(result.places.flatMap(({ hits }) => hits.map(({ value }) => value)));
    for (const value of values) expect(found.has(value) || place?.open.includes(value)).toBe(true);
  });

  it('does not read a place for what has been found in a cheaper one', async () => {
    const eni = (emulator().cell('staging', 'ap-southeast-1') as Cell).enis.find(({ odd }) => odd === null);
    const result = await measured([eni?.mac ?? '']);
    told('a MAC', result);
    expect(result.places.flatMap(({ hits }) => hits)).toMatchObject([{ way: 'mac', eni: { id: eni?.id } }]);
    expect(result.places.filter(({ state }) => state === 'open')).toEqual([]);
    // A count for each place, and the rows of those that cost two calls or fewer.
    expect(result.calls).toBeLessThanOrEqual(result.places.length + 4);
  });

  it('leaves a name open where no ENI has it, as instances cannot be asked for', async () => {
    const { places } = await measured([], ['nobody-is-called-so']);
    const asked = places.filter(({ enis }) => enis !== 0);
    for (const { state, open, denied, price } of asked) {
      expect([state, open, price]).toEqual(['open', ['nobody-is-called-so'], null]);
      expect(denied).toEqual(['ecs:DescribeInstances']);
    }
  });
});
