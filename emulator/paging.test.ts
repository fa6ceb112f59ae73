import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { describeNetworkInterfaces } from './actions/describe-network-interfaces';
import { Emulator } from './emulator';
import { formatIpv4 } from './estate/addresses';
import { KEYS } from './keys';
import { Params } from './params';
import type { Switches } from './settings';

const emulator = new Emulator({ enis: 900, seed: 5 });
const cell = emulator.cell('prod', 'cn-hangzhou') ?? expect.unreachable();
const key = KEYS[0] ?? expect.unreachable();

beforeEach(() => emulator.reset());

interface Answer {
  NextToken?: string | null;
  NetworkInterfaceSets: { NetworkInterfaceSet: { NetworkInterfaceId: string }[] };
}

function ask(query: Record<string, string>): Answer {
  return describeNetworkInterfaces.run({
    action: 'DescribeNetworkInterfaces',
    params: new Params(new Map(Object.entries(query))),
    region: 'cn-hangzhou',
    key,
    cell,
    paging: null,
    emulator,
  }) as unknown as Answer;
}

function walk(query: Record<string, string>, most = 1000): string[] {
  const ids: string[] = [];
  let token: string | null | undefined = '';
  for (let page = 0; page < most; page += 1) {
    const answer: Answer = ask({ MaxResults: '100', ...query, ...(token ? { NextToken: token } : {}) });
    ids.push(...answer.NetworkInterfaceSets.NetworkInterfaceSet.map((row) => row.NetworkInterfaceId));
    token = answer.NextToken;
    if (!token) return ids;
  }
  return expect.unreachable('the walk should end');
}

test('a walk gives every ENI once, whatever the page size and the page quirks', () => {
  const switches: fc.Arbitrary<Partial<Switches>> = fc.record({
    shortPages: fc.boolean(),
    emptyMiddlePage: fc.boolean(),
    tokenOnLastPage: fc.boolean(),
    endOfList: fc.constantFrom('absent', 'null', 'empty'),
  });
  const everyId = cell.enis.map((eni) => eni.id);
  fc.assert(
    fc.property(fc.integer({ min: -5, max: 900 }), switches, (size, patch) => {
      emulator.change({ switches: patch });
      expect(walk({ MaxResults: String(size) })).toEqual(everyId);
    }),
    { numRuns: 60 },
  );
});

test('two filters together find what both find', () => {
  const eni = fc.constantFrom(...cell.enis);
  const filter = fc.tuple(eni, fc.nat(20)).map(([model, which]): Record<string, string> => {
    const options: Record<string, string>[] = [
      { VpcId: model.vSwitch.vpc.id },
      { VSwitchId: model.vSwitch.id },
      { SecurityGroupId: model.securityGroupIds[0] ?? '' },
      { InstanceId: (model.instance ?? model.memberOf?.instance)?.id ?? 'i-none' },
      { 'NetworkInterfaceId.1': model.id, 'NetworkInterfaceId.2': cell.enis[0]?.id ?? '' },
      { PrimaryIpAddress: formatIpv4(model.addresses[0] ?? 0) },
      { 'PrivateIpAddress.1': formatIpv4(model.addresses[1] ?? 0) },
      { Status: 'InUse' },
      { Status: 'Available' },
      { Type: 'Secondary' },
      { ServiceManaged: String(model.serviceId !== null) },
      { ResourceGroupId: model.resourceGroupId },
      { 'Tag.1.Key': model.tags[0]?.key ?? 'env' },
      { 'Tag.1.Key': 'env', 'Tag.1.Value': model.vSwitch.vpc.env },
      { NetworkInterfaceName: model.name },
    ];
    return options[which % options.length] ?? {};
  });
  fc.assert(
    fc.property(filter, filter, (a, b) => {
      fc.pre(!Object.keys(a).some((name) => name in b));
      const inB = new Set(walk(b));
      expect(walk({ ...a, ...b }).toSorted()).toEqual(
        walk(a)
          .filter((id) => inB.has(id))
          .toSorted(),
      );
    }),
    { numRuns: 150 },
  );
});

test('an ENI is found by the instance that only its Attachment names', () => {
  const member = cell.enis.find((eni) => eni.type === 'Member') ?? expect.unreachable();
  expect(walk({ InstanceId: member.memberOf?.instance.id ?? '' })).toContain(member.id);
});

test('an IPv6 address is found in any spelling', () => {
  const eni = cell.enis.find((candidate) => candidate.ipv6.length > 0) ?? expect.unreachable();
  expect(walk({ 'Ipv6Address.1': eni.ipv6[0]?.toUpperCase() ?? '' })).toEqual([eni.id]);
});

test('a repeated token gives the same page for ever', () => {
  const { NextToken } = ask({ MaxResults: '10' });
  emulator.change({ switches: { repeatToken: true } });
  expect(ask({ MaxResults: '10', NextToken: NextToken ?? '' }).NextToken).toBe(NextToken);
});

test('a duplicated row comes on two pages', () => {
  emulator.change({ switches: { duplicateRow: true } });
  const ids = walk({});
  expect(ids.length).toBeGreaterThan(cell.enis.length);
  expect(new Set(ids).size).toBe(cell.enis.length);
});

test('the end of the list is absent, null or empty', () => {
  const last = (endOfList: Switches['endOfList']) => {
    emulator.change({ switches: { endOfList } });
    return ask({ MaxResults: '10', NetworkInterfaceName: 'none' }).NextToken;
  };
  expect([last('absent'), last('null'), last('empty')]).toEqual([undefined, null, '']);
});

test('the default group is included, or refused', () => {
  const query = { ResourceGroupId: cell.defaultResourceGroupId };
  expect(walk(query).length).toBeGreaterThan(0);
  emulator.change({ switches: { defaultGroup: 'unsupported' } });
  expect(() => walk(query)).toThrow('ResourceGroupId');
});

test('tokens expire with time', () => {
  emulator.change({ tokenTtlSeconds: 60 });
  const { NextToken } = ask({ MaxResults: '10' });
  emulator.change({ clockSkewMs: 61_000 });
  expect(() => ask({ MaxResults: '10', NextToken: NextToken ?? '' })).toThrow('NextToken');
});

test('churn changes the estate and keeps its invariants', () => {
  const own = new Emulator({ enis: 600, seed: 9 });
  const moving = own.cell('prod', 'cn-hangzhou') ?? expect.unreachable();
  const before = JSON.stringify(moving.enis.map((eni) => [eni.id, eni.status]));
  for (let i = 0; i < 300; i += 1) own.churn.step(moving);
  expect(JSON.stringify(moving.enis.map((eni) => [eni.id, eni.status]))).not.toBe(before);
  expect(new Set(moving.enis.map((eni) => eni.id)).size).toBe(moving.enis.length);
  const addresses = moving.enis.flatMap((eni) =>
    eni.addresses.map((address) => `${eni.vSwitch.id} ${address}`),
  );
  expect(new Set(addresses).size).toBe(addresses.length);
});
