import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { recordHostRejected } from '../process/host-rejections';
import {
  METRICS_CONTENT_TYPE,
  metricsText,
  recordCache,
  recordRequest,
  recordRetry,
  recordThrottled,
  recordUpstream,
  watchGauge,
} from './metrics';

const linesOf = (text: string, name: string) =>
  text.split('\n').filter((line) => line.startsWith(name) && !line.startsWith('#'));

test('what happened is told as Prometheus reads it', async () => {
  const site = { action: 'DescribeNetworkInterfaces', region: 'cn-hangzhou' };
  recordUpstream({ ...site, outcome: 'ok', ms: 120 });
  recordUpstream({ ...site, outcome: 'upstream_throttled', ms: 80 });
  recordThrottled(site);
  recordRetry(site);
  recordCache('hit');
  recordRequest({ route: '/api/enis/{id}', status: 200, ms: 3 });
  recordHostRejected();
  const text = await metricsText();
  for (const line of [
    'eni_atlas_upstream_requests_total{action="DescribeNetworkInterfaces",region="cn-hangzhou",outcome="ok"} 1',
    'eni_atlas_upstream_requests_total{action="DescribeNetworkInterfaces",region="cn-hangzhou",outcome="upstream_throttled"} 1',
    'eni_atlas_upstream_duration_seconds_bucket{le="0.1",action="DescribeNetworkInterfaces"} 1',
    'eni_atlas_upstream_duration_seconds_count{action="DescribeNetworkInterfaces"} 2',
    'eni_atlas_throttled_total{action="DescribeNetworkInterfaces",region="cn-hangzhou"} 1',
    'eni_atlas_retries_total{action="DescribeNetworkInterfaces"} 1',
    'eni_atlas_cache_requests_total{result="hit"} 1',
    'eni_atlas_http_requests_total{route="/api/enis/{id}",status="200"} 1',
    'eni_atlas_http_request_duration_seconds_count{route="/api/enis/{id}"} 1',
    'eni_atlas_host_rejected_total 1',
  ])
    expect(text).toContain(`${line}\n`);
  expect(text).toContain('nodejs_eventloop_lag_seconds');
  expect(METRICS_CONTENT_TYPE).toMatch(/^text\/plain; version=/);
});

test('a gauge is absent until somebody knows it, and read anew at each scrape', async () => {
  expect(await metricsText()).not.toContain('eni_atlas_redis_up');
  let depth = 3;
  watchGauge('queueDepth', () => [{ labels: { action: 'A', region: 'cn-beijing' }, value: depth }]);
  expect(linesOf(await metricsText(), 'eni_atlas_queue_depth')).toEqual([
    'eni_atlas_queue_depth{action="A",region="cn-beijing"} 3',
  ]);
  watchGauge('inFlight', () =>
    [2, 0, 3].map((value) => ({ labels: { action: 'A', region: 'cn-beijing' }, value })),
  );
  expect(linesOf(await metricsText(), 'eni_atlas_in_flight')).toEqual([
    'eni_atlas_in_flight{action="A",region="cn-beijing"} 5',
  ]);
  depth = 0;
  expect(linesOf(await metricsText(), 'eni_atlas_queue_depth')).toEqual([
    'eni_atlas_queue_depth{action="A",region="cn-beijing"} 0',
  ]);
  watchGauge('queueDepth', () => []);
  expect(linesOf(await metricsText(), 'eni_atlas_queue_depth')).toEqual([]);
});

test('Redis is up, down, or not in use', async () => {
  const upOf = async (values: { labels: Record<string, string>; value: number }[]) => {
    watchGauge('redisUp', () => values);
    return linesOf(await metricsText(), 'eni_atlas_redis_up');
  };
  expect(await upOf([{ labels: {}, value: 1 }])).toEqual(['eni_atlas_redis_up 1']);
  expect(await upOf([{ labels: {}, value: 0 }])).toEqual(['eni_atlas_redis_up 0']);
  expect(await upOf([])).toEqual([]);
});

test('a second copy of the module counts into the same metrics', async () => {
  const before = linesOf(await metricsText(), 'eni_atlas_cache_requests_total{result="joined"}');
  expect(before).toEqual([]);
  vi.resetModules();
  const copy = await import('./metrics');
  expect(copy.recordCache).not.toBe(recordCache);
  copy.recordCache('joined');
  recordCache('joined');
  expect(await metricsText()).toContain('eni_atlas_cache_requests_total{result="joined"} 2\n');
});

test('every metric is in docs/OPERATIONS.md', async () => {
  for (const gauge of ['queueDepth', 'inFlight', 'breakerOpen', 'retryBudget', 'redisUp'] as const)
    watchGauge(gauge, () => []);
  const documented = readFileSync('docs/OPERATIONS.md', 'utf8');
  const names = [...(await metricsText()).matchAll(/^# TYPE (eni_atlas_\w+)/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) expect(documented).toContain(`| \`${name}\` |`);
});
