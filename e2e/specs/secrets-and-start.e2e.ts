import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchDashboard, refusedDashboard } from '../fixtures/dashboard';
import { ask } from '../fixtures/raw-http';
import { expect, test } from '../fixtures/stack';

const ENIS = '/api/enis?region=cn-hangzhou';
const CANARY = 'CanaryKeySecret7f3e91c2b4';

test('a secret of the environment is in no file for browsers, answer or log', async ({ stack }) => {
  const files = readdirSync('.next/static', { recursive: true, withFileTypes: true }).filter((file) =>
    file.isFile(),
  );
  for (const file of files) {
    const content = readFileSync(join(file.parentPath, file.name), 'utf8');
    expect(content, file.name).not.toMatch(
      /emulator-[a-z-]+-secret|accessKeySecret|ALIBABA_CLOUD_ACCESS_KEY/,
    );
    expect(file.name).not.toMatch(/\.map$/);
  }
  const dashboard = await launchDashboard({
    emulatorUrl: stack.emulator.url,
    env: {
      // The default chain, so that the secret is the one the calls are signed with; the emulator refuses it.
      ENI_ATLAS_PROFILES: '',
      ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI5tCanaryCanaryCanary',
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: CANARY,
      ENI_ATLAS_LOG_LEVEL: 'trace',
    },
  });
  const paths = ['/', ENIS, '/api/accounts', '/api/regions', '/nothing', `${ENIS}&cursor=x`, '/?status=x'];
  const answers = await Promise.all(paths.map((path) => ask(dashboard.port, path)));
  await dashboard.stop();
  for (const answer of answers) expect(JSON.stringify(answer)).not.toContain(CANARY);
  expect(dashboard.log()).not.toContain(CANARY);
});

const refused: [Record<string, string>, RegExp][] = [
  [{ HOSTNAME: '0.0.0.0' }, /HOSTNAME: "0\.0\.0\.0" can be reached/],
  [{ ENI_ATLAS_AUTH: 'password' }, /ENI_ATLAS_ACCESS_FILE: ENI_ATLAS_AUTH=password needs it/],
  [{ ENI_ATLAS_RATE: 'fast' }, /ENI_ATLAS_RATE: "fast" is not allowed\. Allowed: a whole number/],
];
for (const [env, message] of refused)
  test(`a start with ${JSON.stringify(env)} ends with code 78 and says why`, async ({ stack }) => {
    const { code, log } = await refusedDashboard({ emulatorUrl: stack.emulator.url, env });
    expect(code).toBe(78);
    expect(log).toMatch(message);
  });

test('Next without the guard before it refuses to start', async ({ stack }) => {
  const { code, log } = await refusedDashboard({ emulatorUrl: stack.emulator.url, isGuarded: false });
  expect(code).toBe(78);
  expect(log).toContain('the guard is not loaded');
});
