import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';

const TRUE_TIME = Date.UTC(2026, 11, 1, 10);
const YEARS = 2 * 365 * 86_400_000;
const near = (moment: number) => expect(Math.abs(moment - TRUE_TIME)).toBeLessThan(3_000);

/** As a page that has just been loaded, in a browser whose clock is two years ahead. */
const load = async () => {
  vi.resetModules();
  return { ...(await import('./server-clock')), ...(await import('@/lib/queries/fetch-json')) };
};

beforeEach(() => vi.useFakeTimers({ now: TRUE_TIME + YEARS, toFake: ['Date'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('serverNow', () => {
  it('is what the page says where nothing else has been heard', async () => {
    vi.stubGlobal('document', { documentElement: { dataset: { served: String(TRUE_TIME) } } });
    near((await load()).serverNow());
  });

  it('is what the last answer says', async () => {
    const { serverNow, fetchJson } = await load();
    near(serverNow() - YEARS);
    const answer = new Response('{}', { headers: { date: new Date(TRUE_TIME).toUTCString() } });
    vi.stubGlobal('fetch', async () => answer);
    await fetchJson(z.object({}), '/api/x');
    near(serverNow());
  });

  it('goes on with the browser’s clock, and is not moved by the seconds an answer takes', async () => {
    const { serverNow, hearServerTime } = await load();
    hearServerTime(TRUE_TIME);
    vi.setSystemTime(TRUE_TIME + YEARS + 60_000);
    expect(serverNow()).toBe(TRUE_TIME + 60_000);
    hearServerTime(TRUE_TIME + 59_000);
    expect(serverNow()).toBe(TRUE_TIME + 60_000);
  });

  it.each([undefined, null, '', 'noon', Number.NaN])('leaves out %j', async (said) => {
    const { serverNow, hearServerTime } = await load();
    hearServerTime(TRUE_TIME);
    hearServerTime(said);
    near(serverNow());
  });
});
