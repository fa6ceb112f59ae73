import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  metricsText,
  recordCache,
  recordRedisFailure,
  recordRequest,
  recordRetry,
  recordThrottled,
  recordUpstream,
  watchGauge,
} from '@/lib/server/metrics/metrics';
import { dashboardQueries } from './lib/grafana-queries.mjs';

const ALERTS = readFileSync('deploy/prometheus/alerts.yaml', 'utf8');
const OPERATIONS = readFileSync('docs/OPERATIONS.md', 'utf8');

/** Labels that Prometheus itself adds. */
const ADDED = ['job', 'instance'];

/** The labels of every metric that there is, with a sample of each. */
async function labelsByMetric(): Promise<Map<string, Set<string>>> {
  const site = { action: 'A', region: 'cn-hangzhou' };
  const place = { account: 'prod', region: 'cn-hangzhou' };
  const vSwitch = { ...place, vpc: 'vpc-1', vswitch: 'vsw-1' };
  recordUpstream({ ...site, outcome: 'ok', ms: 1 });
  recordThrottled(site);
  recordRetry(site);
  recordCache('hit');
  recordRequest({ route: '/api/enis', status: 200, ms: 1 });
  recordRedisFailure('OOM');
  for (const gauge of ['queueDepth', 'inFlight'] as const)
    watchGauge(gauge, () => [{ labels: site, value: 1 }]);
  watchGauge('breakerOpen', () => [{ labels: { region: 'cn-hangzhou' }, value: 1 }]);
  watchGauge('retryBudget', () => [{ labels: { account: 'prod' }, value: 1 }]);
  for (const gauge of ['vSwitchUsed', 'vSwitchFree', 'vSwitchFreeBlocks'] as const)
    watchGauge(gauge, () => [{ labels: vSwitch, value: 1 }]);
  watchGauge('vSwitchesReadAt', () => [{ labels: place, value: 1 }]);
  watchGauge('redisUp', () => [{ labels: {}, value: 1 }]);
  const metrics = new Map<string, Set<string>>();
  for (const [, name = '', labels = ''] of (await metricsText()).matchAll(/^([a-z]\w*)(?:\{(.*)\})? /gm)) {
    const known = metrics.get(name) ?? new Set(ADDED);
    for (const [, label = ''] of labels.matchAll(/(\w+)="/g)) known.add(label);
    metrics.set(name, known);
  }
  return metrics;
}

/** The names in a query: metrics, and labels that it matches or groups by. */
function namedIn(expr: string) {
  const bare = expr.replace(/"[^"]*"/g, '""');
  return {
    metrics: [...bare.matchAll(/\b(?:eni_atlas|nodejs|process)_\w+/g)].map(([name]) => name),
    labels: [
      ...[...bare.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*""/g)].map(([, label = '']) => label),
      ...[...bare.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(/,\s*/)),
    ],
  };
}

const alertExpressions = () =>
  [...ALERTS.matchAll(/expr: (?:\|\n((?: {10,}.*\n)+)|(.*)\n)/g)].map(
    ([, block, line]) => block ?? line ?? '',
  );

test('the dashboard and the alerts ask for metrics and labels that there are', async () => {
  const known = await labelsByMetric();
  const queries = [...(await dashboardQueries()), ...alertExpressions()];
  expect(queries.length).toBeGreaterThan(30);
  for (const query of queries) {
    const { metrics, labels } = namedIn(query);
    expect(metrics, query).not.toEqual([]);
    expect(
      metrics.filter((name) => !known.has(name)),
      query,
    ).toEqual([]);
    const all = new Set(metrics.flatMap((name) => [...(known.get(name) ?? [])]));
    expect(
      labels.filter((label) => !all.has(label)),
      query,
    ).toEqual([]);
  }
});

test('the dashboard shows every metric of our own', async () => {
  const asked = (await dashboardQueries()).join('\n');
  const own = [...(await metricsText()).matchAll(/^# TYPE (eni_atlas_\w+)/gm)].map(([, name]) => name);
  expect(own.length).toBeGreaterThan(15);
  expect(own.filter((name = '') => !asked.includes(name))).toEqual([]);
});

test('only counters end in _total', async () => {
  const types = [...(await metricsText()).matchAll(/^# TYPE (\w+_total) (\w+)$/gm)];
  expect(types.filter(([, , type]) => type !== 'counter').map(([, name]) => name)).toEqual([]);
});

test('docs/OPERATIONS.md has every alert, and each is tested', () => {
  const tests = readFileSync('deploy/prometheus/alerts.test.yaml', 'utf8');
  const alerts = [...ALERTS.matchAll(/- alert: (\w+)/g)].map(([, name = '']) => name);
  const documented = [...OPERATIONS.matchAll(/^\| `((?:EniAtlas|VSwitch)\w+)` \|/gm)].map(([, name]) => name);
  expect(documented).toEqual(alerts);
  for (const name of alerts) expect(tests).toMatch(new RegExp(`alertname: ${name}\\n\\s+exp_alerts:\\n`));
});
