import { expect, test } from '@playwright/test';
import { lackingForContainers } from '../../scripts/lib/containers.mjs';
import { buildImage } from '../fixtures/image';
import type { Tried } from '../fixtures/try-image';

const lacking = lackingForContainers();

test.describe('the image, run without rights, writes, network or shell,', () => {
  test.skip(lacking !== null && process.env.CI !== 'true', lacking ?? '');
  let tried: Tried;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    if (lacking !== null) throw new Error(lacking);
    const image = await buildImage();
    try {
      tried = await image.tryOut();
    } finally {
      image.remove();
    }
    const { bytes, healthyAfter, firstRowAfter, exit, inside } = tried;
    console.log(
      `image of ${Math.round(bytes / 1e6)} MB: healthy after ${healthyAfter} ms, first row after ${firstRowAfter} ms, ` +
        `${inside.status.VmRSS}, ended ${exit.after} ms after SIGTERM`,
    );
  });

  test('is at most 150 MB, answers, and says that it is healthy', () => {
    expect(tried.bytes).toBeLessThan(150e6);
    expect(tried.firstRow).toMatch(/^eni-/);
    expect(tried.healthcheck).toBe(0);
    // Bounds for what hangs: on a machine of its own it takes a second.
    expect(tried.healthyAfter).toBeLessThan(60_000);
  });

  test('is one process of uid 65532 that has no right and can get none', () => {
    const { status, networks, processes } = tried.inside;
    expect(status.Uid.split(/\s+/)).toEqual(Array(4).fill('65532'));
    expect(status).toMatchObject({ CapEff: '0'.repeat(16), CapBnd: '0'.repeat(16), NoNewPrivs: '1' });
    expect(status.Seccomp).toBe('2');
    expect(networks).toEqual(['lo']);
    expect(processes).toBe(1);
  });

  test('cannot write, and does not miss it', () => {
    expect(new Set(Object.values(tried.inside.writes))).toEqual(new Set(['EROFS']));
    expect(tried.exit.output).not.toMatch(/EROFS|EACCES|EPERM|read-only/);
  });

  test('ends with 0 after SIGTERM', () => {
    expect(tried.exit.code).toBe(0);
    expect(tried.exit.after).toBeLessThan(30_000);
  });

  test('does not start where others could reach it without sign-in', () => {
    expect(tried.refused.code).toBe(78);
    expect(tried.refused.output).toContain('ENI_ATLAS_I_UNDERSTAND_NO_AUTH=loopback-published');
  });

  test('has people sign in with the settings and secrets of the compose file, and gives a token its rows', () => {
    expect(tried.composed).toEqual({ nobody: 401, firstRow: tried.firstRow });
  });
});
