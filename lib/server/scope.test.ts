import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Search } from '@/lib/search/search';
import { startUpstream } from './test-upstream.test-kit';

let upstream: Awaited<ReturnType<typeof startUpstream>>;

/** The server's modules with a configuration of their own; they read it once, so each test loads them again. */
async function serverWith(profiles: string[], env: Record<string, string> = {}) {
  vi.resetModules();
  upstream = await startUpstream({ profiles, env, enis: 60 });
  const [{ cutScope }, { regionsOf }, { accounts }] = await Promise.all([
    import('./scope'),
    import('./regions'),
    import('./accounts'),
  ]);
  const cellsOf = async (scope: Partial<Search>) =>
    (await cutScope({ accounts: [], regions: [], ...scope }, 'every')).cells.map(
      ({ account, region }) => `${account.name}/${region}`,
    );
  return { cellsOf, regionsOf, accounts };
}

afterEach(() => upstream.stop());

describe('cutScope without sign-in', () => {
  it('takes the first account and the region of its profile when nothing is named', async () => {
    const { cellsOf } = await serverWith(['prod', 'staging']);
    expect(await cellsOf({})).toEqual(['prod/cn-hangzhou']);
  });

  it('takes every account and every region for all', async () => {
    const { cellsOf } = await serverWith(['prod', 'staging']);
    expect(await cellsOf({ accounts: ['all'] })).toEqual(['prod/cn-hangzhou', 'staging/cn-hangzhou']);
    expect((await cellsOf({ regions: ['all'] })).length).toBeGreaterThan(3);
  });

  it('refuses an account and a region that it does not know', async () => {
    const { cellsOf } = await serverWith(['prod']);
    await expect(cellsOf({ accounts: ['nobody'] })).rejects.toMatchObject({
      problem: { code: 'unknown_account', status: 404 },
    });
    await expect(cellsOf({ regions: ['cn-nowhere'] })).rejects.toMatchObject({
      problem: { code: 'unknown_region', status: 400 },
    });
  });

  it('offers the configured regions only, the first as default where the profile names none of them', async () => {
    const { cellsOf } = await serverWith(['prod'], { ENI_ATLAS_REGIONS: 'cn-beijing,ap-southeast-1' });
    expect(await cellsOf({})).toEqual(['prod/cn-beijing']);
    expect(await cellsOf({ regions: ['all'] })).toEqual(['prod/cn-beijing', 'prod/ap-southeast-1']);
    await expect(cellsOf({ regions: ['cn-hangzhou'] })).rejects.toMatchObject({
      problem: { code: 'unknown_region' },
    });
  });

  it('looks at a region in the accounts that have it', async () => {
    const file = join(tmpdir(), `eni-atlas-accounts-${process.pid}.json`);
    writeFileSync(
      file,
      JSON.stringify([
        { name: 'shop', profile: 'prod', regions: ['cn-beijing'] },
        { name: 'lab', profile: 'staging' },
      ]),
    );
    const { cellsOf } = await serverWith(['prod', 'staging'], {
      ENI_ATLAS_PROFILES: '',
      ENI_ATLAS_ACCOUNTS_FILE: file,
    });
    expect(await cellsOf({ accounts: ['all'], regions: ['cn-beijing', 'cn-hangzhou'] })).toEqual([
      'shop/cn-beijing',
      'lab/cn-beijing',
      'lab/cn-hangzhou',
    ]);
  });
});

describe('regionsOf', () => {
  it('falls back to the built-in list where DescribeRegions is denied, and says so', async () => {
    const { accounts, regionsOf } = await serverWith(['no-regions']);
    const [account] = accounts();
    if (!account) throw new Error('no account');
    const { items, source } = await regionsOf(account, false);
    expect(source).toBe('builtin');
    expect(items.find(({ id }) => id === 'eu-central-1')?.names).toEqual({
      en: 'Germany (Frankfurt)',
      zh: '德国（法兰克福）',
    });
  });
});
