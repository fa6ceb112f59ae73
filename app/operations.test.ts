import { expect, test } from 'vitest';
import { GET as health, POST as postHealth } from './healthz/route';
import { HEAD as headMetrics, GET as metrics, POST as postMetrics } from './metrics/route';
import { POST as postReadiness, GET as readiness } from './readyz/route';

const request = new Request('http://localhost/');

test('the probes answer', async () => {
  expect(await health().json()).toEqual({ healthy: true });
  expect(await readiness(request).json()).toEqual({ ready: true });
});

test('metrics are Prometheus text', async () => {
  const answer = await metrics(request);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(await answer.text()).toContain('# TYPE eni_atlas_upstream_requests_total counter\n');
});

test.each([
  [postHealth, 'GET, HEAD'],
  [postReadiness, 'GET, HEAD'],
  [postMetrics, 'GET'],
  [headMetrics, 'GET'],
])('other methods are 405', (handle, allow) => {
  const answer = handle(request);
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe(allow);
});
