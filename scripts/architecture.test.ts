import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = process.cwd();
const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
};

/** For each rule, imports that break it: file → what it imports. */
const VIOLATIONS: Record<string, Record<string, string>> = {
  'no-circular': { 'lib/usage/a.ts': './b', 'lib/usage/b.ts': './a' },
  'eni-is-pure': { 'lib/eni/impure.ts': 'node:fs' },
  'search-on-eni': { 'lib/search/wide.ts': 'react' },
  'keys-are-pure': { 'lib/keys/wide.ts': 'react' },
  'overview-adds-up': { 'lib/overview/up.ts': '../queries/enis' },
  'changes-on-search': { 'lib/changes/up.ts': '../queries/enis' },
  'compare-on-changes': { 'lib/compare/up.ts': '../queries/enis' },
  'pods-on-eni': { 'lib/pods/up.ts': '../queries/enis' },
  'answer-on-search': { 'lib/answer/up.ts': '../queries/enis' },
  'usage-on-eni': { 'lib/usage/wide.ts': 'react' },
  'client-never-server': { 'components/shell/direct.ts': '../../lib/server/log/log' },
  'findings-on-usage': { 'lib/findings/up.ts': '../queries/enis' },
  'cleanup-on-findings': { 'lib/cleanup/up.ts': '../queries/enis' },
  'views-are-urls': { 'lib/views/up.ts': '../queries/enis' },
  'browser-never-reaches-server': {
    'lib/queries/far.ts': '../usage/between',
    'lib/usage/between.ts': '../server/log/log',
  },
  'handler-has-no-ui': {
    'app/api/enis/route.ts': '../../../lib/usage/drawn',
    'lib/usage/drawn.ts': '../../components/ui/button',
  },
  'cut-in-one-place': { 'app/api/uncut/route.ts': '../../../lib/server/scope' },
  'aliyun-not-scan': { 'lib/server/aliyun/up.ts': '../scan/run' },
  'traffic-is-generic': { 'lib/server/traffic/up.ts': '../scan/run' },
  'scan-not-http': { 'lib/server/scan/up.ts': '../http/handler' },
  'server-not-upwards': { 'lib/server/log/log.ts': '../scan/run' },
  'wire-stays-inside': { 'lib/server/scan/raw.ts': '../aliyun/wire' },
  'one-sdk-door': { 'lib/server/scan/sdk.ts': '@alicloud/credentials' },
  'ui-is-generic': { 'components/ui/button.ts': '../../lib/eni/eni' },
  'no-sibling-features': { 'components/eni-table/sideways.ts': '../eni-drawer/drawer' },
  'explorer-is-top': { 'components/eni-table/up.ts': '../explorer/explorer' },
  'app-is-top': { 'lib/usage/up.ts': '../../app/page' },
  'tests-are-leaves': { 'lib/usage/leaf.ts': './some.test' },
  'emulator-is-apart': { 'emulator/near.ts': '../lib/eni/eni' },
  'nothing-on-the-emulator': { 'lib/usage/near.ts': '../../emulator/server' },
  'no-dev-packages': { 'lib/usage/dev.ts': 'fast-check' },
  'nothing-on-bench': { 'emulator/measured.ts': '../bench/region' },
  'no-unresolvable': { 'lib/usage/lost.ts': './nowhere' },
};

const TARGETS = [
  'app/page.ts',
  'bench/region.ts',
  'components/eni-drawer/drawer.ts',
  'components/explorer/explorer.ts',
  'emulator/server.ts',
  'lib/eni/eni.ts',
  'lib/queries/enis.ts',
  'lib/server/aliyun/wire.ts',
  'lib/server/http/handler.ts',
  'lib/server/scan/run.ts',
  'lib/server/scope.ts',
  'lib/usage/some.test.ts',
];

let planted: string;

function write(path: string, content: string): void {
  mkdirSync(dirname(join(planted, path)), { recursive: true });
  writeFileSync(join(planted, path), content);
}

/** Which rule is broken from which file. */
function cruise(): Set<string> {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [bin, 'app', 'components', 'lib', 'emulator', '--config', '.dependency-cruiser.cjs'];
  const output = execFileSync(process.execPath, [...args, '--output-type', 'json'], {
    cwd: planted,
    encoding: 'utf8',
    maxBuffer: 32 * 1024 * 1024,
  });
  const { summary } = JSON.parse(output) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return new Set(summary.violations.map(({ from, rule }) => `${rule.name} ${from}`));
}

beforeAll(() => {
  planted = mkdtempSync(join(tmpdir(), 'eni-atlas-rules-'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    copyFileSync(join(root, file), join(planted, file));
  symlinkSync(join(root, 'node_modules'), join(planted, 'node_modules'));
});

afterAll(() => rmSync(planted, { recursive: true, force: true }));

test('every rule of the architecture reports the violation planted for it', () => {
  for (const path of TARGETS) write(path, 'export const it = 1;\n');
  for (const files of Object.values(VIOLATIONS))
    for (const [path, target] of Object.entries(files))
      write(path, `import '${target}';\nexport const x = 1;\n`);
  const reported = cruise();
  const expected = Object.entries(VIOLATIONS).map(([rule, files]) => `${rule} ${Object.keys(files)[0]}`);
  expect(expected.filter((violation) => !reported.has(violation))).toEqual([]);
});

test('no rule is without a planted violation', () => {
  expect(Object.keys(VIOLATIONS).sort()).toEqual(forbidden.map(({ name }) => name).sort());
});
