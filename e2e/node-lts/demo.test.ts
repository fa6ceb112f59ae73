import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { cleanEnvironment } from '../../scripts/lib/environment.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';

const OLDEST = 20;

test('the demo starts, shows rows, and ends when it is asked to', async () => {
  // Running this with another Node would test nothing.
  expect(Number(process.versions.node.split('.')[0])).toBeGreaterThan(OLDEST);
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/demo.mjs', '--enis', '300'], {
    cwd: root,
    env: cleanEnvironment({ PORT: String(port) }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const ended = once(child, 'close');
  await expect.poll(() => output, { timeout: 300_000, interval: 50 }).toContain('ENI Atlas is ready');
  const page = await (await fetch(`http://127.0.0.1:${port}/`)).text();
  expect(new Set(page.match(/\beni-[a-z0-9]{10,}/g)).size).toBeGreaterThan(20);
  child.kill('SIGTERM');
  await ended;
  expect(child.exitCode).toBe(0);
  expect(output).not.toMatch(/Error|^\s+at /m);
}, 400_000);
