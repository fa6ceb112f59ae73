import { expect } from 'vitest';
import type { Grant } from '@/lib/server/auth/access-file';
import type { ConfiguredAccount } from '@/lib/server/config/accounts-file';
import { routes } from './api.test-kit';

/** The modules of the server that these routes use: each test file has its own. */
export async function serverModules() {
  const { config } = await import('@/lib/server/config/config');
  const { signIn, withoutSignIn, askedBy, PERSON } = await import('@/lib/server/auth/asked-by.test-kit');
  return { config, signIn, withoutSignIn, askedBy, PERSON };
}

export const grant = (more: Partial<Grant> = {}): Grant => ({
  id: 'g',
  who: ['group:team'],
  role: 'viewer',
  accounts: ['prod'],
  regions: ['cn-hangzhou'],
  ...more,
});

/** The accounts of a dashboard that had only what these grants give a person. */
export function accountsOf(
  grants: readonly Grant[],
  names: readonly string[],
  offered: readonly string[],
): ConfiguredAccount[] {
  return names.flatMap((name) => {
    const there = grants.filter(({ accounts }) => accounts.includes('*') || accounts.includes(name));
    const named = there.flatMap((each) => each.regions);
    const regions = offered.filter((region) => named.includes('*') || named.includes(region));
    const isWhole = regions.length === offered.length;
    if (regions.length === 0) return [];
    return [{ name, profile: name, roleArn: null, regions: isWhole ? null : regions }];
  });
}

/** Differences between two answers to the same question that reveal nothing: times, ids of requests, seals. */
const VARYING = [
  [/"(asOf|started|finished)":"[^"]*"/g, '"$1":"then"'],
  [/^# (as of|started|finished): .*$/gm, '# $1: then'],
  [/^# limited: .*\r?\n/gm, ''],
  [/"(requestId|upstreamRequestId)":("[^"]*"|null)/g, '"$1":"some"'],
  [/"ms":\d+(\.\d+)?/g, '"ms":0'],
  [/"cursor":"[^"]*"/g, '"cursor":"sealed"'],
  [/"limited":true,?/g, ''],
  [/,\}/g, '}'],
] as const;

/** Calls are made in parallel, so lists without an order of their own are sorted. */
function inOrder(line: string): string {
  try {
    return JSON.stringify(JSON.parse(line), (_, value: unknown) => {
      if (!Array.isArray(value) || value.every((each) => typeof each !== 'object')) return value;
      return [...value].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    });
  } catch {
    return line;
  }
}

/** An answer in the form that a dashboard without cuts would give. */
export function plain(text: string): string {
  const body = VARYING.reduce((whole, [what, by]) => whole.replace(what, by), text);
  return body.split('\n').map(inOrder).sort().join('\n');
}

/** Asks one of the routes, with parameters of its path. `body` is the JSON of the answer, nothing where it is none. */
export async function get(
  route: Exclude<keyof ReturnType<typeof routes>, 'upstream'>,
  path: string,
  init: RequestInit = {},
  params: Record<string, string> = {},
) {
  const request = new Request(`http://localhost${path}`, init);
  const response = await routes()[route].GET(request, { params: Promise.resolve(params) });
  const text = await response.text();
  const isJson = /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '');
  const body = (isJson ? JSON.parse(text) : {}) as Record<string, unknown>;
  return { status: response.status, text, body };
}

/** Expects two answers to be the same. */
export function expectSame(
  given: { status: number; text: string },
  own: { status: number; text: string },
): void {
  expect(`${given.status} ${plain(given.text)}`).toBe(`${own.status} ${plain(own.text)}`);
}
