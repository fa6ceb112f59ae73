import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PlaceAnswer } from '@/lib/eni/ask';
import { ProblemError } from '@/lib/eni/problem';
import { askEverywhere } from './ask';
import { gridsOf } from './ask-grids';

const placeOf = (account: string, region: string): PlaceAnswer => ({
  account,
  region,
  state: 'settled',
  hits: [],
  open: [],
  price: null,
  denied: [],
  enis: 0,
  problem: null,
  asOf: '2026-12-01T00:00:00Z',
  upstream: [],
});
const PLACES = [placeOf('prod', 'cn-hangzhou'), placeOf('staging', 'cn-beijing')];
const head = (places: readonly PlaceAnswer[]) => ({
  values: ['10.0.0.7'],
  places: places.map(({ account, region }) => ({ account, region })),
});

/** A body whose bytes come in pieces of a size that fits no line, and then end, or fail. */
function bodyOf(text: string, fails = false): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) {
        controller.enqueue(bytes.subarray(at, at + 7));
        at += 7;
      } else if (fails) controller.error(new TypeError('network error'));
      else controller.close();
    },
  });
}

const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** Serves one body after another, and tells what was asked for. */
function serve(...bodies: (ReadableStream<Uint8Array> | Response)[]): string[] {
  const urls: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    urls.push(url);
    const body = bodies.shift();
    return body instanceof Response ? body : new Response(body ?? null);
  });
  return urls;
}

async function hear(asked: Partial<Parameters<typeof askEverywhere>[0]> = {}, signal?: AbortSignal) {
  const heads: unknown[] = [];
  const places: PlaceAnswer[] = [];
  const problem = await askEverywhere(
    { values: ['10.0.0.7'], names: [], ...asked },
    { onHead: (each) => heads.push(each), onPlace: (each) => places.push(each), ...(signal && { signal }) },
  ).then(
    () => null,
    (error: unknown) => error,
  );
  return { heads, places, problem };
}

afterEach(() => vi.unstubAllGlobals());

describe('askEverywhere', () => {
  it('tells the head, then each place, however the bytes are cut', async () => {
    const named = { ...PLACES[0], hits: [], denied: ['名字'] } as PlaceAnswer;
    serve(bodyOf(lines(head(PLACES), named, PLACES[1])));
    expect(await hear()).toEqual({ heads: [head(PLACES)], places: [named, PLACES[1]], problem: null });
  });

  it('asks for values, names, places and reading as the route takes them', async () => {
    const urls = serve(bodyOf(lines(head([]))));
    await hear({ names: ['web,1', 'a*'], places: [{ account: 'prod', region: 'cn-hangzhou' }], read: true });
    const [url = ''] = urls;
    expect(Object.fromEntries(new URL(url, 'http://x').searchParams)).toEqual({
      any: '10.0.0.7',
      name: 'web\\,1,a\\*',
      account: 'prod',
      region: 'cn-hangzhou',
      read: 'all',
    });
  });

  it('hears one head of places that are no one grid', async () => {
    const urls = serve(
      bodyOf(lines(head(PLACES.slice(0, 1)), PLACES[0])),
      bodyOf(lines(head(PLACES.slice(1)), PLACES[1])),
    );
    const heard = await hear({ places: PLACES.map(({ account, region }) => ({ account, region })) });
    expect(urls).toHaveLength(2);
    expect(heard.heads).toEqual([head(PLACES)]);
    expect(heard.places.map(({ account }) => account).sort()).toEqual(['prod', 'staging']);
  });

  it.each([
    ['ends early', false],
    ['fails', true],
  ])('names the places that are missing where the answer %s', async (_, fails) => {
    serve(bodyOf(`${lines(head(PLACES), PLACES[0])}{"account":"sta`, fails));
    const { places, problem } = await hear();
    expect(places).toEqual([PLACES[0]]);
    expect((problem as ProblemError).problem).toMatchObject({
      code: 'dashboard_unreachable',
      failures: [{ account: 'staging', region: 'cn-beijing' }],
      detail: expect.stringContaining('staging/cn-beijing'),
    });
  });

  it.each([
    ['not of the schema', lines(head(PLACES), { account: 1 })],
    ['no JSON', `${lines(head(PLACES))}<html>\n`],
    ['no head', lines(PLACES[0])],
  ])('says that it does not know the form of a line that is %s', async (_, text) => {
    serve(bodyOf(text));
    expect((await hear()).problem).toMatchObject({ problem: { code: 'upstream_bad_payload' } });
  });

  it('passes on why the dashboard refuses', async () => {
    const { problem } = new ProblemError('malformed', { field: 'any' });
    serve(new Response(JSON.stringify(problem), { status: 400 }));
    expect((await hear()).problem).toMatchObject({ problem });
  });

  it('tells nothing more after it was called off, and is no problem then', async () => {
    const leaving = new AbortController();
    serve(bodyOf(lines(head(PLACES)), true));
    const heard = askEverywhere(
      { values: ['10.0.0.7'], names: [] },
      { signal: leaving.signal, onHead: () => leaving.abort(), onPlace: () => expect.unreachable() },
    );
    await expect(heard).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('gridsOf', () => {
  it('covers every place once and no other', () => {
    const places = ['a/1', 'a/2', 'b/2', 'b/1', 'c/1', 'a/1'].map((each) => {
      const [account = '', region = ''] = each.split('/');
      return { account, region };
    });
    expect(gridsOf(places)).toEqual([
      { accounts: ['a', 'b'], regions: ['1', '2'] },
      { accounts: ['c'], regions: ['1'] },
    ]);
  });
});
