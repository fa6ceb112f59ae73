import { describe, expect, it } from 'vitest';
import type { EniDetail, EnisPage } from '@/lib/eni/page';
import { ask } from '@/lib/server/test-upstream.test-kit';
import { emulator, idsOf, page, problem, routes, serveApi, walk } from './api.test-kit';

serveApi();

describe('GET /api/enis goes around what the upstream does', () => {
  it('finds the same primary and secondary ENIs of a security group with and without DescribeInstances', async () => {
    const primary = (await page('type=Primary&limit=10')).body.items[0];
    const sg = primary?.securityGroupIds[0];
    const pages = await walk(`sg=${sg}`);
    expect(pages.flatMap((each) => each.items).some((eni) => eni.type === 'Primary')).toBe(true);
    const wider = await walk(`account=no-instances&sg=${sg}`);
    const bare = (ids: string[]) => ids.map((id) => id.split('/')[2]).sort();
    expect(bare(idsOf(wider))).toEqual(bare(idsOf(pages)));
    expect(wider.flatMap((each) => each.caveats)).toContainEqual({
      code: 'sg_primaries_unknown',
      account: 'no-instances',
      region: 'cn-hangzhou',
      action: 'ecs:DescribeInstances',
    });
  });

  it('goes past the cap of 1,000 of a tag filter, in few calls where few ENIs have other tags', async () => {
    const all = (await walk('limit=2000')).flatMap((each) => each.items);
    const tagged = all.filter((eni) => eni.tags.some(({ key, value }) => key === 'env' && value === 'prod'));
    expect(tagged.length).toBeGreaterThan(1000);
    const pages = await walk('tag=env:prod&limit=2000');
    expect(idsOf(pages).sort()).toEqual(idsOf([{ ...pages[0], items: tagged } as EnisPage]).sort());
    expect(pages.flatMap((each) => each.upstream).length).toBeLessThan(12);
    expect(pages.flatMap((each) => each.caveats)).toEqual([]);
  });

  it('gives an ENI of the default resource group once, though it comes under any group', async () => {
    const all = (await walk('limit=2000')).flatMap((each) => each.items);
    const groups = [...new Set(all.map((eni) => eni.resourceGroupId).filter((id) => id !== null))].slice(
      0,
      4,
    );
    expect(groups.length).toBeGreaterThan(1);
    const found = idsOf(await walk(`rg=${groups.join()}&limit=250`));
    expect(new Set(found).size).toBe(found.length);
    expect(found.length).toBe(all.filter((eni) => groups.includes(eni.resourceGroupId ?? '')).length);
  });

  it('asks for an exact address first', async () => {
    const all = (await walk('limit=2000')).flatMap((each) => each.items);
    const secondary = all
      .flatMap((eni) => eni.privateIps.filter((ip) => !ip.primary && !ip.privateIpAddress.includes('*')))
      .at(-1);
    const first = (await page(`ip=${secondary?.privateIpAddress}`)).body;
    expect(first.items.length).toBeGreaterThan(0);
    const asked = await walk(`ip=${secondary?.privateIpAddress}`);
    expect(new Set(idsOf(asked)).size).toBe(idsOf(asked).length);
  });

  it.each([false, true])(
    'finds nothing for an id that does not exist, upstream answering 404: %s',
    async (unknownIdsAre404) => {
      emulator().change({ switches: { unknownIdsAre404 } });
      for (const query of ['vswitch=vsw-nowhere', 'eni=eni-nowhere', 'instance=i-nowhere', 'sg=sg-nowhere']) {
        expect(await page(query)).toMatchObject({
          status: 200,
          body: { items: [], cursor: null, failures: [] },
        });
      }
    },
  );

  it('ends at a repeated NextToken, with a caveat', async () => {
    emulator().change({ switches: { repeatToken: true } });
    const pages = await walk('limit=500');
    expect(pages.flatMap((each) => each.caveats.map(({ code }) => code))).toContain('token_repeated');
  });

  it('answers 409 when the upstream no longer knows the token', async () => {
    const { cursor } = (await page('limit=100')).body;
    emulator().faults.set([{ effect: 'expireTokens' }]);
    expect(await problem(`limit=100&cursor=${cursor}`)).toMatchObject({
      status: 409,
      body: { code: 'cursor_expired' },
    });
    emulator().faults.set([]);
    expect((await page('limit=100')).status).toBe(200);
  });

  it('keeps 64-bit ids digit for digit', async () => {
    const answers = await Promise.all([page('managed=true&limit=2000')]);
    const long = answers
      .flatMap(({ body }) => body.items)
      .filter((eni) => eni.serviceId && BigInt(eni.serviceId) > 2n ** 53n);
    const truth = JSON.stringify(long.map((eni) => eni.serviceId));
    expect(long.length).toBeGreaterThan(0);
    for (const eni of long) {
      const { body } = await ask<EniDetail>(routes().detail.GET, `/api/enis/${eni.id}?raw=true`, {
        id: eni.id,
      });
      expect(truth).toContain(body.serviceId ?? '?');
      expect(body.raw).toMatch(new RegExp(`"ServiceID"\\s*:\\s*${eni.serviceId}\\b`));
    }
  });
});
