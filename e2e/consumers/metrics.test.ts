import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { dashboardQueries } from '../../scripts/lib/grafana-queries.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { type Compared, consumerTest, systemConsumer } from './consumer';
import { ask } from './estates';

const promtool = systemConsumer('promtool');

/** Runs promtool in `deploy/prometheus`; resolves to all that it said, whether it liked what it was given or not. */
function runPromtool(args: readonly string[], input = ''): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const options = { cwd: `${root}deploy/prometheus` };
    const child = execFile('promtool', args, options, (error, stdout, stderr) =>
      resolve({ code: error ? 1 : 0, said: `${stdout}${stderr}` }),
    );
    child.stdin?.end(input);
  });
}

const compared = (artefact: string, rows: number): Compared => ({
  artefact,
  estate: 'demo',
  rows,
  values: rows,
});

describe('metrics, alert rules and dashboard', () => {
  consumerTest(promtool, 'has nothing to say against the metrics', async () => {
    await ask('/api/enis?limit=10');
    const text = await (await ask('/metrics')).text();
    expect(await runPromtool(['check', 'metrics'], text)).toEqual({ code: 0, said: '' });
    return compared('metrics', text.split('\n').filter((line) => /^[a-z]/.test(line)).length);
  });

  consumerTest(promtool, 'takes the alert rules, and they fire when they should', async () => {
    const { code, said } = await runPromtool(['check', 'rules', '--lint=all', '--lint-fatal', 'alerts.yaml']);
    expect([code, said]).toEqual([0, expect.stringContaining('SUCCESS')]);
    const tested = await runPromtool(['test', 'rules', 'alerts.test.yaml']);
    expect([tested.code, tested.said]).toEqual([0, expect.stringContaining('SUCCESS')]);
    return compared('alert rules', Number(/(\d+) rules found/.exec(said)?.[1]));
  });

  consumerTest(promtool, 'understands every query of the dashboard', async () => {
    const queries = await dashboardQueries();
    const rules = queries.map((expr, at) => ({ record: `query:of_dashboard:${at}`, expr }));
    const folder = await mkdtemp(join(tmpdir(), 'eni-atlas-promtool-'));
    try {
      // YAML takes JSON as it is.
      await writeFile(join(folder, 'rules.yaml'), JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
      const { code, said } = await runPromtool(['check', 'rules', join(folder, 'rules.yaml')]);
      expect([code, said]).toEqual([0, expect.stringContaining(`${queries.length} rules found`)]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return compared('Grafana dashboard', queries.length);
  });
});
