import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { forgetRevoked, providerSessionOf, type RevokedId, revoke } from '@/lib/server/auth/revoked';
import { routes, serveApi } from './api.test-kit';

const GRANT = { id: 'team', who: ['group:team'], role: 'exporter' as const, accounts: ['*'], regions: ['*'] };
const psid = providerSessionOf('https://idp.example', 'theirs');
let kit: typeof import('@/lib/server/auth/asked-by.test-kit');

function exportAs(person: typeof kit.PERSON): Promise<Response> {
  const url = 'http://localhost/api/enis/export?region=all&format=ndjson';
  return routes().exported.GET(new Request(url, kit.askedBy(person)), { params: Promise.resolve({}) });
}

/** Takes one piece of an export, ends what it is given, and takes the rest. */
async function endWithin(
  id: RevokedId | null,
): Promise<{ complete: boolean; stopped: { problem?: { code: string } } }> {
  const response = await exportAs({ ...kit.PERSON, providerSession: psid });
  expect(response.status).toBe(200);
  const reader = response.body?.getReader();
  let text = Buffer.from((await reader?.read())?.value ?? []).toString();
  if (id) revoke({ id, at: Date.now(), until: Date.now() + 60_000 });
  for (;;) {
    const { done = true, value } = (await reader?.read()) ?? {};
    if (done) break;
    text += Buffer.from(value ?? []).toString();
  }
  const last = text.trim().split('\n').at(-1) ?? '';
  const { end = JSON.parse(last) } = JSON.parse(last);
  return end;
}

describe('an export', () => {
  serveApi();
  // It changes the configuration that the routes have read.
  beforeAll(async () => {
    kit = await import('@/lib/server/auth/asked-by.test-kit');
  });
  afterEach(() => {
    forgetRevoked();
    kit.withoutSignIn();
  });

  it.each(['session:s-1', `provider:${psid}`] as RevokedId[])(
    'F59: ends at the next piece and says that it is not all, when %s is signed out',
    async (id) => {
      kit.signIn([GRANT]);
      expect(await endWithin(id)).toMatchObject({
        complete: false,
        stopped: { problem: { code: 'signed_out' } },
      });
    },
  );

  it('goes on to its end when somebody else is signed out', async () => {
    kit.signIn([GRANT]);
    expect(await endWithin('session:other')).toMatchObject({ complete: true, stopped: null });
  });
});
