import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { MATCHES_A_PAGE } from '@/lib/eni/api-limits';
import { placeKey } from '@/lib/eni/place';
import { ProblemError } from '@/lib/eni/problem';
import { ALL, EMPTY_SEARCH } from '@/lib/search/search';
import { measure } from '@/lib/usage/measure';
import { type AddressHolder, occupancyOf } from '@/lib/usage/occupancy';
import type { Cell } from '../aliyun/client';
import { describeVSwitches } from '../aliyun/describe-v-switches';
import type { Trace } from '../aliyun/upstream';
import { config } from '../config/config';
import { readEnisPage } from '../enis';
import { log } from '../log/log';
import { cutScope, type GrantedScope, partOf } from '../scope';
import { timeLimit } from '../time-limit';
import { type GaugeName, watchGauge } from './metrics';

const MINUTE = 60_000;
/** The longest that one step of a reading may take, in ms. */
const PATIENCE = 60_000;
/** How often a reading waits for a throttling cloud before it gives up until the next one. */
const MOST_WAITS = 10;

type Reading = { labels: Record<string, string>; used: number; free: number; freeBlocks: number };
type CellReadings = { readAt: number; labels: Record<string, string>; vSwitches: Reading[] };

const newTrace = (): Trace => ({
  requestId: 'usage-metrics',
  signal: timeLimit(PATIENCE).signal,
  calls: [],
});

/** The ENIs of a cell by vSwitch, reduced to their addresses: 100,000 whole ones take 200 MB. */
async function readHolders(
  { account, region }: Cell,
  place: GrantedScope,
): Promise<Map<string, AddressHolder[]>> {
  const search = { ...EMPTY_SEARCH, accounts: [account.name], regions: [region] };
  const holders = new Map<string, AddressHolder[]>();
  let cursor: string | null = null;
  let waits = MOST_WAITS;
  do {
    try {
      const page = await readEnisPage(search, place, { limit: MATCHES_A_PAGE, cursor }, newTrace());
      for (const eni of page.items) {
        const { id, vSwitchId, status, privateIpAddress, privateIps, ipv4Prefixes } = eni;
        if (vSwitchId === null) continue;
        const holder = {
          account: account.name,
          region,
          id,
          vSwitchId,
          status,
          privateIpAddress,
          ipv4Prefixes,
        };
        const ips = privateIps.map((ip) => ({ privateIpAddress: ip.privateIpAddress, primary: ip.primary }));
        const there = holders.get(vSwitchId) ?? [];
        there.push({ ...holder, privateIps: ips });
        holders.set(vSwitchId, there);
      }
      cursor = page.cursor;
    } catch (error) {
      const wait = error instanceof ProblemError ? error.problem.retryAfter : undefined;
      if (wait === undefined || waits-- === 0) throw error;
      await sleep(wait * 1000, undefined, { ref: false });
    }
  } while (cursor !== null);
  return holders;
}

async function readCell(cell: Cell, scope: GrantedScope): Promise<CellReadings> {
  const labels = { account: cell.account.name, region: cell.region };
  const vSwitches = await describeVSwitches(cell, null, newTrace());
  const holders = await readHolders(
    cell,
    partOf(scope, (each) => each === cell),
  );
  const readings = vSwitches.flatMap((vSwitch): Reading[] => {
    const occupancy = occupancyOf(vSwitch, holders.get(vSwitch.id) ?? []);
    if (typeof occupancy === 'string') return [];
    const { used, free, freeBlocks } = measure(vSwitch, occupancy);
    return [{ labels: { ...labels, vpc: vSwitch.vpcId ?? '', vswitch: vSwitch.id }, used, free, freeBlocks }];
  });
  return { readAt: Date.now(), labels, vSwitches: readings };
}

/** Reads every cell once; one that cannot be read keeps its figures, whose age the last metric tells. */
async function readAll(known: Map<string, CellReadings>): Promise<void> {
  // The process reads for itself; a scraper's rights are checked at the scrape.
  const scope = await cutScope({ accounts: [ALL], regions: [...(config().regions ?? [])] }, 'every');
  for (const cell of scope.cells) {
    const place = { account: cell.account.name, region: cell.region };
    try {
      known.set(placeKey(place), await readCell(cell, scope));
    } catch (error) {
      const code = error instanceof ProblemError ? error.problem.code : 'internal_error';
      log.warn({ ...place, code }, 'vSwitches could not be read for the metrics');
    }
  }
}

/**
 * Keeps the gauges of vSwitches: reads all ENIs of every account, in its default region or those of
 * `ENI_ATLAS_REGIONS`, every so many minutes.
 * @returns ends it
 */
export function startUsageMetrics(minutes: number): () => void {
  const known = new Map<string, CellReadings>();
  const watch = (gauge: GaugeName, read: (reading: Reading) => number) =>
    watchGauge(gauge, () =>
      [...known.values()].flatMap(({ vSwitches }) =>
        vSwitches.map((reading) => ({ labels: reading.labels, value: read(reading) })),
      ),
    );
  watch('vSwitchUsed', ({ used }) => used);
  watch('vSwitchFree', ({ free }) => free);
  watch('vSwitchFreeBlocks', ({ freeBlocks }) => freeBlocks);
  watchGauge('vSwitchesReadAt', () =>
    [...known.values()].map(({ labels, readAt }) => ({ labels, value: Math.round(readAt / 1000) })),
  );

  let timer: NodeJS.Timeout;
  let isOver = false;
  const round = async () => {
    await readAll(known).catch(() => log.warn('the scope of the metrics of vSwitches could not be resolved'));
    if (!isOver) timer = setTimeout(round, minutes * MINUTE).unref();
  };
  timer = setTimeout(round, 0).unref();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
