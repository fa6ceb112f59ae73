import { afterEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { ProblemError } from '@/lib/eni/problem';
import { fetchJson } from './fetch-json';

afterEach(() => vi.unstubAllGlobals());

const PAGE = '<html><head><title>502 Bad Gateway</title></head><body>nginx/1.22.1</body></html>';

/** The code of the problem that an answer ends in. */
async function codeOf(status: number, body: string, type: string, url = 'https://enis.example.com/api/enis') {
  const response = new Response(body, { status, headers: { 'content-type': type } });
  vi.stubGlobal('fetch', async () => Object.defineProperty(response, 'url', { value: url }));
  const error = await fetchJson(z.object({ items: z.array(z.string()) }), url).catch((reason) => reason);
  expect(error).toBeInstanceOf(ProblemError);
  expect(error.message).not.toMatch(/nginx|<|JSON/);
  return error.problem.code;
}

const long = `https://enis.example.com/api/enis?s=${'a'.repeat(9_000)}`;

test('F65: a proxy that answers for a dashboard that is gone means that it cannot be reached', async () => {
  for (const status of [502, 503, 504])
    expect(await codeOf(status, PAGE, 'text/html'), String(status)).toBe('dashboard_unreachable');
});

test('a proxy that takes no address so long says that, and one that refuses a short one does not', async () => {
  for (const status of [400, 413, 414, 431])
    expect(await codeOf(status, PAGE, 'text/html', long), String(status)).toBe('url_too_long');
  expect(await codeOf(414, PAGE, 'text/html')).toBe('url_too_long');
  expect(await codeOf(400, PAGE, 'text/html')).toBe('internal_error');
  expect(await codeOf(403, PAGE, 'text/html', long)).toBe('internal_error');
});

test('a proxy that signs people in and does not know who asks means that nobody is signed in', async () => {
  expect(await codeOf(401, PAGE, 'text/html')).toBe('signed_out');
});

test('F65: a long address that gets no answer while a short one does is too long; otherwise nobody is there', async () => {
  const asked: string[] = [];
  const ask = async (url: string, answers: (asked: string) => boolean) => {
    asked.length = 0;
    vi.stubGlobal('fetch', async (at: string) => {
      asked.push(at);
      if (!answers(at)) throw new TypeError('Failed to fetch');
      return Response.json({ items: [] });
    });
    return fetchJson(z.object({ items: z.array(z.string()) }), url).catch((reason) => reason);
  };
  const tooLong = await ask(long, (at) => at === '/healthz');
  expect(tooLong).toBeInstanceOf(ProblemError);
  expect(tooLong.problem.code).toBe('url_too_long');
  expect(asked).toEqual([long, '/healthz', long, '/healthz']);
  expect(await ask(long, () => false)).toBeInstanceOf(TypeError);
  expect(await ask('/api/enis', (at) => at === '/healthz')).toBeInstanceOf(TypeError);
  expect(asked).toEqual(['/api/enis']);
  // A request that fails once and then succeeds was not too long.
  let times = 0;
  expect(await ask(long, (at) => at === '/healthz' || times++ > 0)).toEqual({ items: [] });
});

test('the dashboard’s own words are believed whatever the status says of them', async () => {
  const problem = { type: 'about:blank', title: 'throttled', status: 502, code: 'cloud_quota' };
  expect(await codeOf(502, JSON.stringify(problem), 'application/problem+json', long)).toBe('cloud_quota');
});

test('HTML in place of an answer is one that cannot be read', async () => {
  expect(await codeOf(200, PAGE, 'text/html')).toBe('upstream_bad_payload');
});
