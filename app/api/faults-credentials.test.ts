import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callsTo, emulator, page, pass, problem, routes, serveApi, stopClock } from './api.test-kit';

const EXPIRED = { effect: 'error', code: 'InvalidSecurityToken.Expired', status: 400 } as const;

describe('a temporary key of a CLI profile', () => {
  serveApi({ profiles: ['sts', 'prod'], enis: 200 });

  /** What the tool that writes the profile does: another key under the same name. */
  function renew(): void {
    const access = { access_key_id: 'emulator-prod-key', access_key_secret: 'emulator-prod-secret' };
    const profiles = [{ name: 'sts', mode: 'AK', ...access, region_id: 'cn-hangzhou' }];
    writeFileSync(join(routes().upstream.home, '.aliyun', 'config.json'), JSON.stringify({ profiles }));
  }

  it('F23: runs out between two pages: it is fetched anew once, and nobody sees it', async () => {
    const first = (await page('limit=30')).body;
    emulator().faults.set([{ ...EXPIRED, match: { key: 'sts' } }]);
    expect((await problem(`limit=30&cursor=${first.cursor}`)).body.code).toBe('cloud_credentials_invalid');
    expect(callsTo('cn-hangzhou').map(({ code }) => code)).toEqual([null, EXPIRED.code, EXPIRED.code]);

    renew();
    const { status, body } = await page(`limit=30&cursor=${first.cursor}`);
    expect([status, body.failures, body.caveats]).toEqual([200, [], []]);
    expect(
      callsTo('cn-hangzhou')
        .slice(3)
        .map(({ key, code }) => [key, code]),
    ).toEqual([
      ['sts', EXPIRED.code],
      ['prod', null],
    ]);
    const ids = [...first.items, ...body.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(60);
  });
});

describe('the source of credentials', () => {
  const source = createServer((_, response) => {
    response.end(
      JSON.stringify({
        Code: 'Success',
        AccessKeyId: 'emulator-sts-key',
        AccessKeySecret: 'emulator-sts-secret',
        SecurityToken: 'emulator-sts-token',
        Expiration: new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+/, ''),
      }),
    );
  });
  const open = (port: number) => once(source.listen(port, '127.0.0.1'), 'listening');
  const env: Record<string, string> = {};
  beforeAll(async () => {
    stopClock();
    await open(0);
    env.ALIBABA_CLOUD_CREDENTIALS_URI = `http://127.0.0.1:${(source.address() as AddressInfo).port}/`;
  });
  serveApi({ profiles: [], enis: 200, env });
  afterAll(() => source.close());

  it('F24: is down: the last token serves until it has run out, then that is the problem', async () => {
    expect((await page('limit=10')).body.items).toHaveLength(10);
    const { port } = source.address() as AddressInfo;
    source.close();
    source.closeAllConnections();
    expect((await page('limit=11')).body.items).toHaveLength(11);
    pass(50 * 60);
    expect((await page('limit=12')).body.items).toHaveLength(12);

    pass(20 * 60);
    emulator().faults.set([EXPIRED]);
    const { status, body, text } = await problem('limit=13');
    expect([status, body.code]).toEqual([503, 'credentials_unavailable']);
    expect(text).not.toMatch(/emulator-|127\.0\.0\.1/);

    await open(port);
    emulator().faults.set([]);
    expect((await page('limit=13')).body.items).toHaveLength(13);
  });
});
