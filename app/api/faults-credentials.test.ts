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

  /** Acts like the tool that writes the profile: puts another key under the same name. */
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
    ).toEqual([['prod', null]]);
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

describe('accounts whose profiles are not what they should be', () => {
  const names = ['prod', 'twin', 'empty', 'half', 'lower', 'role', 'sso', 'command'];
  // The environment from which the library would fill gaps in a profile.
  const env = {
    ALIBABA_CLOUD_ACCESS_KEY_ID: 'emulator-prod-key',
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'emulator-prod-secret',
    ALIBABA_CLOUD_ROLE_ARN: 'acs:ram::1:role/of-the-environment',
  };
  serveApi({ profiles: names, enis: 60, env });

  const access = { access_key_id: 'emulator-prod-key', access_key_secret: 'emulator-prod-secret' };
  const file = () => join(routes().upstream.home, '.aliyun', 'config.json');
  const configure = () =>
    writeFileSync(
      file(),
      JSON.stringify({
        current: 'prod',
        profiles: [
          { name: 'prod', mode: 'AK', ...access },
          { name: 'twin', mode: 'AK', ...access },
          { name: 'empty', mode: 'AK', access_key_id: '', access_key_secret: '' },
          { name: 'half', mode: 'AK', access_key_id: 'emulator-prod-key' },
          { name: 'lower', mode: 'ak', ...access },
          { name: 'role', mode: 'RamRoleArn', ...access },
          {
            name: 'sso',
            mode: 'CloudSSO',
            cloud_sso_sign_in_url: 'http://127.0.0.1:1',
            cloud_sso_account_id: '1',
            cloud_sso_access_config: 'a',
          },
          { name: 'command', mode: 'External', process_command: 'false' },
        ],
      }),
    );

  it.each([
    ['empty', 'incomplete', /“empty” \(AK\) lacks access_key_id, access_key_secret/],
    ['half', 'incomplete', /“half” \(AK\) lacks access_key_secret/],
    ['lower', 'mode_unsupported', /AK, StsToken, RamRoleArn/],
    ['role', 'incomplete', /“role” \(RamRoleArn\) lacks ram_role_arn/],
    ['sso', 'sign_in_expired', /“sso” \(CloudSSO\): the sign-in has expired/],
    ['command', 'command_failed', /“command” \(External\): the command failed/],
  ])('%s says %s, and is never answered with the rows of another', async (name, reason, detail) => {
    configure();
    const { status, body } = await problem(`account=${name}`);
    expect([status, body.code, body.credential?.reason]).toEqual([503, 'credentials_unavailable', reason]);
    expect(body.detail).toMatch(detail);
    expect(emulator().calls.list()).toEqual([]);
  });

  it('those that have credentials are answered beside them, each ENI under its own account', async () => {
    configure();
    const { body } = await page('account=all&limit=2000');
    const failed = names.slice(2);
    expect(body.failures.map(({ account }) => account).sort()).toEqual([...failed].sort());
    const [prod = [], twin = []] = ['prod', 'twin'].map((name) =>
      body.items.filter(({ account }) => account === name).map(({ id }) => id),
    );
    expect(prod.length + twin.length).toBe(body.items.length);
    expect(new Set(prod).size).toBe(prod.length);
    expect([...twin].sort()).toEqual([...prod].sort());
  });

  it('a configuration that is half written is what it was before', async () => {
    configure();
    const before = (await page('limit=5')).body.items;
    writeFileSync(file(), '{"current": "twin", "profiles": [{"name": "prod", "mode": "AK", "access_key_');
    expect((await page('limit=6')).body.items.slice(0, 5)).toEqual(before);
    expect((await problem('account=empty')).body.credential?.reason).toBe('incomplete');
  });
});
