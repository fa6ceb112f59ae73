import { describe, expect, it, vi } from 'vitest';
import type { FaultRule } from '@/emulator/faults';
import { emulator, page, problem, sample, serveApi, server } from './api.test-kit';

const MEGABYTE = 1024 * 1024;
const outcomes = (outcome: string) =>
  `eni_atlas_upstream_requests_total{action="DescribeNetworkInterfaces",region="cn-hangzhou",outcome="${outcome}"}`;

/** The result of a search while every call meets this fault. The next one, without it, has to work. */
async function meet(fault: FaultRule) {
  emulator().faults.set([fault]);
  const { log } = await import('@/lib/server/log/log');
  const logged = [vi.spyOn(log, 'info'), vi.spyOn(log, 'warn'), vi.spyOn(log, 'error')];
  const answer = await problem('limit=10');
  emulator().faults.set([]);
  expect((await page('limit=10')).body.items).toHaveLength(10);
  return { ...answer, logged: JSON.stringify(logged.map((spy) => spy.mock.calls)) };
}

describe('the endpoint answers what is no answer', () => {
  serveApi({ enis: 600 });

  it('F9: a gzip that is cut off is tried again, and then a problem', async () => {
    const before = await sample(outcomes('upstream_bad_payload'));
    const { status, body } = await meet({ effect: 'truncatedGzip' });
    expect([status, body.code]).toEqual([502, 'upstream_bad_payload']);
    expect((await sample(outcomes('upstream_bad_payload'))) - before).toBeGreaterThan(1);
    emulator().faults.set([{ effect: 'truncatedGzip', times: 1 }]);
    expect((await page('limit=10')).body.items).toHaveLength(10);
  });

  it('a proxy between that compresses though nobody asked does no harm', async () => {
    emulator().faults.set([{ effect: 'gzip' }]);
    expect((await page('limit=500')).body.items.length).toBeGreaterThan(100);
  });

  it.each([200, 502])('F10: HTML with status %s is neither shown nor logged', async (httpStatus) => {
    const { status, body, headers, text, logged } = await meet({ effect: 'html502', status: httpStatus });
    expect([status, body.code]).toEqual([502, 'upstream_bad_payload']);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(text).not.toMatch(/<|script|alert/);
    expect(logged).toContain('upstream_bad_payload');
    expect(logged).not.toMatch(/<|script|alert/);
  });

  it.each([
    ['gzipBomb', 10_000],
    ['gzipBomb', 40],
    ['flood', 10_000],
  ] as const)('F11: a %s of %s MB is cut, once, in little memory', async (effect, megabytes) => {
    const before = process.memoryUsage().rss;
    let most = before;
    const watching = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 5);
    const refused = await sample(outcomes('upstream_too_large'));
    const { status, body } = await meet({ effect, megabytes });
    clearInterval(watching);
    expect([status, body.code]).toEqual([502, 'upstream_too_large']);
    expect(await sample(outcomes('upstream_too_large'))).toBe(refused + 1);
    expect((most - before) / MEGABYTE).toBeLessThan(100);
    await vi.waitFor(() => expect(server().waiting()).toBe(0));
  });

  it('F12: a redirect is not followed, nor taken for a success because of its body', async () => {
    const { status, body } = await meet({ effect: 'redirect302' });
    expect([status, body.code]).toEqual([502, 'upstream_bad_payload']);
    const actions = new Set(
      emulator()
        .calls.list()
        .map(({ action }) => action),
    );
    expect([...actions]).toEqual(['DescribeNetworkInterfaces']);
  });
});

describe('an endpoint that does not speak TLS', () => {
  serveApi({ enis: 50, endpoint: (url) => url.replace('http:', 'https:') });

  it('is named as that', async () => {
    expect(await problem('limit=10')).toMatchObject({ status: 502, body: { code: 'upstream_tls' } });
  });
});
