import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { EMPTY_SEARCH } from '@/lib/search/search';
import { startUpstream } from '../test-upstream.test-kit';

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let stop = () => {};

beforeAll(async () => {
  upstream = await startUpstream({ profiles: ['prod', 'no-vpc', 'staging'], enis: 2400 });
  return () => upstream.stop();
});

afterEach(() => {
  stop();
  upstream.emulator.reset();
});

/** The value of every series of a metric, keyed by the requested labels. */
async function seriesOf(metric: string, ...labels: string[]): Promise<Map<string, number>> {
  const { metricsText } = await import('./metrics');
  const lines = (await metricsText()).split('\n').filter((line) => line.startsWith(`${metric}{`));
  return new Map(
    lines.map((line) => {
      const key = labels.map((label) => new RegExp(`\\b${label}="([^"]*)"`).exec(line)?.[1]).join('/');
      return [key, Number(line.slice(line.lastIndexOf(' ')))];
    }),
  );
}

const readAt = () => seriesOf('eni_atlas_vswitches_read_timestamp_seconds', 'account', 'region');

it('tells of every vSwitch what the API and its ENIs say, whatever account cannot be read', async () => {
  const { startUsageMetrics } = await import('./usage-metrics');
  const { readVSwitches } = await import('../vswitches');
  const { readEnisPage } = await import('../enis');
  const { cutScope } = await import('../scope');
  const trace = () => ({ requestId: 'test', signal: new AbortController().signal, calls: [] });
  stop = startUsageMetrics(60);
  await vi.waitFor(async () => expect((await readAt()).size).toBe(2), { timeout: 20_000 });
  expect([...(await readAt()).keys()]).toEqual(['prod/cn-hangzhou', 'staging/cn-hangzhou']);

  const prod = await cutScope({ accounts: ['prod'], regions: [] }, 'every');
  const { items } = await readVSwitches(prod, [], trace());
  const free = await seriesOf('eni_atlas_vswitch_free_addresses', 'account', 'vswitch');
  const measurable = items.filter(({ id }) => free.has(`prod/${id}`));
  expect(measurable.length).toBeGreaterThan(20);
  for (const { id, availableIpAddressCount } of measurable)
    expect(free.get(`prod/${id}`)).toBe(availableIpAddressCount);

  // The fullest vSwitch, read by itself.
  const used = await seriesOf('eni_atlas_vswitch_used_addresses', 'account', 'vswitch');
  const [id = '', held] = [...used].sort(([, a], [, b]) => b - a)[0] ?? [];
  const [account = '', vSwitch = ''] = id.split('/');
  const addresses = new Set<string>();
  let prefixes = 0;
  let cursor: string | null = null;
  do {
    const search = { ...EMPTY_SEARCH, accounts: [account], regions: ['cn-hangzhou'] };
    const page = await readEnisPage(
      search,
      await cutScope(search, 'every'),
      { limit: 2000, cursor },
      trace(),
    );
    for (const eni of page.items.filter(({ vSwitchId }) => vSwitchId === vSwitch)) {
      for (const ip of eni.privateIps)
        if (!ip.privateIpAddress.includes('*')) addresses.add(ip.privateIpAddress);
      prefixes += eni.ipv4Prefixes.length;
    }
    cursor = page.cursor;
  } while (cursor !== null);
  expect(held).toBe(addresses.size + 16 * prefixes);
});

it('keeps its figures, and their age, where they cannot be read anew', async () => {
  const { startUsageMetrics } = await import('./usage-metrics');
  const HALF_A_SECOND = 1 / 120;
  stop = startUsageMetrics(HALF_A_SECOND);
  await vi.waitFor(async () => expect((await readAt()).size).toBe(2), { timeout: 20_000 });
  upstream.emulator.faults.set([{ effect: 'error', code: 'Forbidden.RAM', status: 403 }]);
  const untilRefused = async () => {
    upstream.emulator.calls.reset();
    // Two whole rounds of three accounts, whatever was under way before.
    await vi.waitFor(
      () =>
        expect(upstream.emulator.calls.list().filter(({ status }) => status === 403).length).toBeGreaterThan(
          6,
        ),
      { timeout: 20_000 },
    );
  };
  await untilRefused();
  const before = await readAt();
  await untilRefused();
  expect(before.size).toBe(2);
  expect(await readAt()).toEqual(before);
  expect((await seriesOf('eni_atlas_vswitch_used_addresses', 'vswitch')).size).toBeGreaterThan(20);
});
