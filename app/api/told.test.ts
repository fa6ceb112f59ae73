import { afterEach, describe, expect, it } from 'vitest';
import { formatIpv4 } from '@/emulator/estate/addresses';
import type { Cell } from '@/emulator/estate/model';
import {
  type DiscoveredAddresses,
  discoveredAddressesSchema,
  type EniAttribute,
  type EniHolders,
  eniAttributeSchema,
  eniHoldersSchema,
  type PrefixHolders,
  prefixHoldersSchema,
} from '@/lib/eni/told';
import { ask } from '@/lib/server/test-upstream.test-kit';
import { emulator, routes, serveApi } from './api.test-kit';

const DISCOVERY = 'ipam-res-disco-jt5f2af2u6nk2z321owners';

serveApi({
  profiles: ['owners', 'owners-plain', 'empty'],
  enis: 60,
  env: {
    ENI_ATLAS_REGIONS: 'cn-hangzhou',
    ENI_ATLAS_IPAM_DISCOVERIES: `owners=${DISCOVERY},owners-plain=${DISCOVERY}@cn-hangzhou`,
    ENI_ATLAS_HOLDERS: 'nlb,gwlb,nat,endpoint,eci',
  },
});

const owners = () => emulator().cell('owners', 'cn-hangzhou') as Cell;
const actions = () =>
  emulator()
    .calls.list()
    .map(({ action }) => action);
const at = (path: string, account = 'owners') => `${path}?account=${account}&region=cn-hangzhou`;

const eniTold = async <T>(route: 'attribute' | 'holders', id: string, account?: string) =>
  ask<T>(routes()[route].GET, at(`/api/enis/${id}/${route}`, account), { id });
const vSwitchTold = async <T>(route: 'addresses' | 'prefixes', id: string, account?: string) =>
  ask<T>(routes()[route].GET, at(`/api/vswitches/${id}/${route}`, account), { id });

const bySign = (sign: string) =>
  owners().enis.find(({ tags }) => tags.some(({ key, value }) => key === 'sign' && value === sign))?.id ?? '';

describe('GET /api/vswitches/{id}/addresses', () => {
  const signs = () => owners().vSwitches[0]?.id ?? '';

  it('tells what has each address, that of an ENI or of something else', async () => {
    const { status, body } = await vSwitchTold<DiscoveredAddresses>('addresses', signs());
    expect(status).toBe(200);
    expect(discoveredAddressesSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({ isAsked: true, unavailable: [] });
    const others = body.items.filter(({ resourceType }) => resourceType !== 'ENI');
    const there = owners().discovery?.addresses ?? [];
    expect(others).toEqual(
      there.map(({ address, resourceId, resourceServiceType }) => ({
        address: formatIpv4(address),
        resourceId,
        resourceType: resourceServiceType,
      })),
    );
    expect(body.items.length).toBeGreaterThan(30);
  });

  it('walks the pages, and asks first whether the account has the vSwitch', async () => {
    emulator().change({ switches: { shortPages: true } });
    const { body } = await vSwitchTold<DiscoveredAddresses>('addresses', signs());
    expect(body.items.filter(({ resourceType }) => resourceType !== 'ENI')).toHaveLength(3);
    expect(actions()[0]).toBe('DescribeVSwitches');
    emulator().calls.reset();
    const none = await vSwitchTold<DiscoveredAddresses>('addresses', 'vsw-elsewhere');
    expect(none.body).toMatchObject({ items: [], isAsked: true });
    expect(actions()).toEqual(['DescribeVSwitches']);
  });

  it('names the action to grant where it is denied, and asks nothing where no discovery is configured', async () => {
    const { body } = await vSwitchTold<DiscoveredAddresses>('addresses', signs(), 'owners-plain');
    const action = 'vpcipam:ListIpamDiscoveredIpAddresses';
    expect(body).toMatchObject({
      items: [],
      isAsked: true,
      unavailable: [{ call: 'discovered', action, code: 'cloud_forbidden' }],
    });
    emulator().calls.reset();
    const off = await vSwitchTold<DiscoveredAddresses>('addresses', signs(), 'empty');
    expect(off.body).toMatchObject({ items: [], isAsked: false, unavailable: [], upstream: [] });
    expect(actions()).toEqual([]);
  });
});

describe('GET /api/vswitches/{id}/prefixes', () => {
  const prefixes = () => owners().vSwitches[1]?.id ?? '';

  it('tells who has the prefixes of its reservations', async () => {
    const { body } = await vSwitchTold<PrefixHolders>('prefixes', prefixes());
    expect(prefixHoldersSchema.parse(body)).toEqual(body);
    const holder = (name: string) => owners().enis.find((eni) => eni.name === name)?.id;
    const reservationId = owners().reservations[0]?.id;
    expect(body.items).toEqual(
      [0, 1].map((n) => ({
        reservationId,
        prefix: `10.7.1.${64 + 16 * n}/28`,
        resourceId: holder(`prefix-${n}`),
        resourceType: 'NetworkInterface',
      })),
    );
  });

  it('names the action to grant where it is denied', async () => {
    const { body } = await vSwitchTold<PrefixHolders>('prefixes', prefixes(), 'owners-plain');
    const action = 'vpc:GetVSwitchCidrReservationUsage';
    expect(body).toMatchObject({ items: [], unavailable: [{ call: 'prefixHolders', action }] });
  });
});

describe('GET /api/enis/{id}/attribute', () => {
  it('tells what the list does not', async () => {
    const { body } = await eniTold<EniAttribute>('attribute', bySign('trunk'));
    expect(eniAttributeSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      id: bySign('trunk'),
      trafficMode: 'Standard',
      connectionTracking: { tcpEstablishedTimeout: 910, tcpClosedAndTimeWaitTimeout: 3, udpTimeout: 30 },
      qos: { enabled: true, bandwidthRx: 50_000, concurrentConnections: 20_000 },
      enhancedNetwork: null,
      slave: null,
    });
    expect(body.memberNetworkInterfaceIds).toHaveLength(2);
    expect(actions().filter((action) => action === 'DescribeNetworkInterfaceAttribute')).toHaveLength(2);
    const slave = await eniTold<EniAttribute>('attribute', bySign('slave'));
    expect(slave.body).toMatchObject({
      qos: { enabled: false, bandwidthRx: null },
      enhancedNetwork: { EnableRss: true },
      slave: { WorkState: 'Active' },
      bond: null,
    });
  });

  it('is 404 for an unknown ENI, 403 with the action where it is denied, 400 for more than one place', async () => {
    expect(await eniTold('attribute', 'eni-no')).toMatchObject({
      status: 404,
      body: { code: 'eni_not_found' },
    });
    expect(await eniTold('attribute', bySign('trunk'), 'owners-plain')).toMatchObject({
      status: 403,
      body: { code: 'cloud_forbidden', action: 'ecs:DescribeNetworkInterfaceAttribute' },
    });
    expect(await eniTold('attribute', bySign('trunk'), 'owners,empty')).toMatchObject({
      status: 400,
      body: { code: 'too_many', field: 'account' },
    });
  });
});

describe('GET /api/enis/{id}/holders', () => {
  afterEach(() => emulator().reset());

  it.each([
    ['nlb', 'slb'],
    ['gwlb', 'slb'],
    ['nat', 'nat'],
    ['endpoint', 'service'],
    ['eci', 'eci'],
  ])('knows which resource of %s has an ENI', async (product, owner) => {
    const service = owners().services.find((one) => one.product === product);
    const id = service?.enis[0]?.id ?? '';
    const { body } = await eniTold<EniHolders>('holders', id);
    expect(eniHoldersSchema.parse(body)).toEqual(body);
    expect(body.items).toEqual([{ call: product, owner, id: service?.id, name: service?.name }]);
    expect(body.unavailable).toEqual([]);
  });

  it('knows an NLB by the name of its EIP, and asks no service of what none can have', async () => {
    const { body } = await eniTold<EniHolders>('holders', bySign('eip name'));
    expect(body).toMatchObject({
      items: [{ call: 'eipNames', owner: 'slb', id: 'nlb-3zjq7ee4h4dq0ycuca', name: null }],
      asked: ['eipNames'],
    });
    emulator().calls.reset();
    expect((await eniTold<EniHolders>('holders', bySign('nothing'))).body).toMatchObject({ asked: [] });
    expect(actions()).toEqual(['DescribeNetworkInterfaces']);
  });

  it('names each action to grant where they are denied', async () => {
    const id = owners().services[0]?.enis[0]?.id ?? '';
    const { body } = await eniTold<EniHolders>('holders', id, 'owners-plain');
    expect(body.items).toEqual([]);
    expect(body.unavailable.map(({ action }) => action).toSorted()).toEqual([
      'gwlb:ListLoadBalancers',
      'nlb:ListLoadBalancers',
      'privatelink:ListVpcEndpoints',
      'vpc:DescribeNatGateways',
    ]);
  });
});
