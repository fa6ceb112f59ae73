import type { Eni } from '../../lib/eni/eni';
import { FILTER_KEYS, type FilterKey } from '../../lib/search/filters';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const SCOPE = 'region=cn-beijing';

/** A value of each key that finds something, but not everything, among these ENIs. */
function valueFor(key: FilterKey, enis: readonly Eni[]): string {
  const first = <T>(read: (eni: Eni) => T | null | undefined): T => {
    for (const eni of enis) {
      const value = read(eni);
      if (value !== null && value !== undefined) return value;
    }
    throw new Error(`the estate has no ${key}`);
  };
  const plain = (text: string | null | undefined) => (text && /^[a-z0-9.:-]+$/i.test(text) ? text : null);
  const values: Record<FilterKey, () => string> = {
    status: () => first((eni) => (eni.status === 'InUse' ? null : plain(eni.status))),
    type: () => 'Trunk',
    vpc: () => first((eni) => eni.vpcId),
    vswitch: () => first((eni) => eni.vSwitchId),
    instance: () => first((eni) => eni.instanceId),
    sg: () => first((eni) => eni.securityGroupIds[0]),
    rg: () => first((eni) => eni.resourceGroupId),
    eni: () => first((eni) => eni.id),
    any: () => `${first((eni) => eni.instanceId)},${first((eni) => eni.macAddress)}`,
    ip: () => first((eni) => plain(eni.privateIps.find((ip) => !ip.primary)?.privateIpAddress)),
    name: () => first((eni) => plain(eni.name)),
    description: () => first((eni) => plain(eni.description)),
    tag: () =>
      first((eni) => {
        const tag = eni.tags.find(({ key: tagKey, value }) => /^[a-z-]+$/.test(tagKey) && plain(value));
        return tag && `${tag.key}:${tag.value}`;
      }),
    managed: () => 'true',
    zone: () => first((eni) => eni.zoneId),
    mac: () => first((eni) => (eni.macAddress?.includes('*') ? null : eni.macAddress)),
    owner: () => 'ecs',
    mode: () => 'Standard',
    deleteOnRelease: () => 'true',
    created: () => first((eni) => (eni.creationTime?.length === 20 ? eni.creationTime.slice(0, 10) : null)),
    ips: () => '>1',
    eip: () => 'true',
    ipv6: () => 'true',
    prefix: () => 'true',
    q: () => first((eni) => plain(eni.macAddress?.includes('*') ? null : eni.macAddress?.slice(-8))),
  };
  return values[key]();
}

for (const key of FILTER_KEYS) {
  test(`${key} means the same from the URL, from a typed chip and from the API`, async ({ explorer }) => {
    const value = valueFor(key, await explorer.readAll(SCOPE));
    const fromApi = (await explorer.readAll(`${SCOPE}&${key}=${encodeURIComponent(value)}`)).map(
      (eni) => eni.id,
    );
    expect(fromApi.length).toBeGreaterThan(0);
    const some = fromApi.length;

    await explorer.goto(`${SCOPE}&${key}=${encodeURIComponent(value)}&cols=id`);
    await expect(explorer.chips()).toHaveCount(1);
    if (some < 30) await explorer.expectIds(fromApi);
    await expect(explorer.status).toContainText(new RegExp(`^${some.toLocaleString('en')} `));

    await explorer.goto(`${SCOPE}&cols=id`);
    await explorer.type(`${key}:${value}`);
    await expect.poll(() => explorer.params().get(key)).toBe(value);
    await expect(explorer.chips()).toHaveCount(1);
    await expect(explorer.status).toContainText(new RegExp(`^${some.toLocaleString('en')} `));
    if (some < 30) await explorer.expectIds(fromApi);
  });
}
