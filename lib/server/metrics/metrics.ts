import 'server-only';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ProblemCode } from '@/lib/eni/problem';
import { linesLost } from '../log/lines-lost';
import { hostRejections } from '../process/host-rejections';

/** Seconds. The longest is the time limit of one call or request. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25];

/** The readings that a part of the server gives when Prometheus asks. */
const GAUGES = {
  queueDepth: {
    name: 'eni_atlas_queue_depth',
    help: 'Upstream calls that wait for their turn.',
    labelNames: ['action', 'region'],
  },
  inFlight: {
    name: 'eni_atlas_in_flight',
    help: 'Upstream calls under way.',
    labelNames: ['action', 'region'],
  },
  breakerOpen: {
    name: 'eni_atlas_breaker_open',
    help: 'Accounts whose calls to a region are refused without being tried.',
    labelNames: ['region'],
  },
  retryBudget: {
    name: 'eni_atlas_retry_budget',
    help: 'What an account has left to spend on retries.',
    labelNames: ['account'],
  },
  vSwitchUsed: {
    name: 'eni_atlas_vswitch_used_addresses',
    help: 'IPv4 addresses of a vSwitch that ENIs and their prefixes hold.',
    labelNames: ['account', 'region', 'vpc', 'vswitch'],
  },
  vSwitchFree: {
    name: 'eni_atlas_vswitch_free_addresses',
    help: 'Free IPv4 addresses of a vSwitch, as the VPC API counts them and never more than its ENIs leave.',
    labelNames: ['account', 'region', 'vpc', 'vswitch'],
  },
  vSwitchFreeBlocks: {
    name: 'eni_atlas_vswitch_free_blocks',
    help: 'Whole aligned /28 blocks of a vSwitch without an address in use.',
    labelNames: ['account', 'region', 'vpc', 'vswitch'],
  },
  vSwitchesReadAt: {
    name: 'eni_atlas_vswitches_read_timestamp_seconds',
    help: 'When the vSwitches of an account and region were last read for these metrics.',
    labelNames: ['account', 'region'],
  },
  fileValid: {
    name: 'eni_atlas_file_valid',
    help: '1 while the file of grants or of tokens is valid; 0 while an earlier text of it holds.',
    labelNames: ['file'],
  },
  tokenLastUsed: {
    name: 'eni_atlas_token_last_used_timestamp_seconds',
    help: 'When a token was last used here.',
    labelNames: ['token'],
  },
  tokenExpires: {
    name: 'eni_atlas_token_expires_timestamp_seconds',
    help: 'When a token of the file ends.',
    labelNames: ['token'],
  },
  auditWritable: {
    name: 'eni_atlas_audit_writable',
    help: '1 while answers can be put on record.',
    labelNames: [],
  },
  auditLost: {
    name: 'eni_atlas_audit_lines_lost',
    help: 'Lines of the audit trail that could not be written since the start.',
    labelNames: [],
  },
  redisUp: { name: 'eni_atlas_redis_up', help: '1 while Redis answers.', labelNames: [] },
} as const;

export type GaugeName = keyof typeof GAUGES;
type ReadGauge = () => { labels: Record<string, string>; value: number }[];
export type CacheResult = 'hit' | 'miss' | 'stale' | 'shared' | 'joined';

/**
 * Gauges with names that only counters should have; each is the sum of the one of that name without `_total`.
 * docs/decisions/0045
 */
const MISNAMED = [
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
  'nodejs_active_resources_total',
];

function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  for (const name of MISNAMED) registry.removeSingleMetric(name);
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `eni_atlas_${name}_total`, help, labelNames, registers });
  /** Metrics of the guard, which counts before Next has loaded. */
  const counted = (name: string, help: string, read: () => number) =>
    new Counter({
      name: `eni_atlas_${name}_total`,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Histogram({ name: `eni_atlas_${name}_seconds`, help, labelNames, buckets: BUCKETS, registers });
  counted('host_rejected', 'Requests refused for their Host.', hostRejections);
  counted('log_lines_lost', 'Lines of the log that could not be written.', linesLost);
  return {
    registry,
    readers: new Map<GaugeName, ReadGauge>(),
    upstream: counter('upstream_requests', 'Calls to Alibaba Cloud.', ['action', 'region', 'outcome']),
    upstreamDuration: histogram('upstream_duration', 'How long a call to Alibaba Cloud took.', ['action']),
    throttled: counter('throttled', 'Calls that Alibaba Cloud throttled.', ['action', 'region']),
    retries: counter('retries', 'Calls made again.', ['action']),
    cache: counter('cache_requests', 'Reads, by where the answer came from.', ['result']),
    requests: counter('http_requests', 'Answers of the API.', ['route', 'status']),
    redisFailures: counter('redis_failures', 'Uses of Redis, and connections to it, that failed.', [
      'reason',
    ]),
    requestDuration: histogram('http_request_duration', 'How long an answer of the API took.', ['route']),
  };
}

const METRICS = Symbol.for('eni-atlas.metrics');
const shared = globalThis as { [METRICS]?: ReturnType<typeof createMetrics> };

/** One set of metrics in a process, though Next bundles this module more than once. */
function metrics() {
  shared[METRICS] ??= createMetrics();
  return shared[METRICS];
}

/** A call to Alibaba Cloud that ended; each attempt counts by itself. */
export function recordUpstream(call: {
  action: string;
  region: string;
  /** `given_up`: nobody waited for it any more. */
  outcome: 'ok' | 'given_up' | ProblemCode;
  ms: number;
}): void {
  const { action, region, outcome, ms } = call;
  metrics().upstream.inc({ action, region, outcome });
  metrics().upstreamDuration.observe({ action }, ms / 1000);
}

export function recordThrottled({ action, region }: { action: string; region: string }): void {
  metrics().throttled.inc({ action, region });
}

export function recordRetry({ action }: { action: string }): void {
  metrics().retries.inc({ action });
}

export function recordCache(result: CacheResult): void {
  metrics().cache.inc({ result });
}

/** @param reason one word without a secret, from a small set */
export function recordRedisFailure(reason: string): void {
  metrics().redisFailures.inc({ reason });
}

/** @param answer `route` is a template such as /api/enis/{id}: text from a client never becomes a label */
export function recordRequest({ route, status, ms }: { route: string; status: number; ms: number }): void {
  metrics().requests.inc({ route, status });
  metrics().requestDuration.observe({ route }, ms / 1000);
}

/**
 * Has a gauge read at each scrape; readings with the same labels are added up. A gauge has one reader: a later one
 * replaces it, as hot reload needs.
 */
export function watchGauge(gauge: GaugeName, read: ReadGauge): void {
  const { registry, readers } = metrics();
  const isNew = !readers.has(gauge);
  readers.set(gauge, read);
  if (!isNew) return;
  const { name, help, labelNames } = GAUGES[gauge];
  new Gauge<string>({
    name,
    help,
    labelNames,
    registers: [registry],
    collect() {
      this.reset();
      // For a gauge without labels, a reset sets it to 0, which would claim more than its reader did.
      if (labelNames.length === 0) this.remove();
      for (const { labels, value } of readers.get(gauge)?.() ?? []) this.inc(labels, value);
    },
  });
}

/** Everything, in Prometheus' text format. */
export function metricsText(): Promise<string> {
  return metrics().registry.metrics();
}

export const METRICS_CONTENT_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;
