import { cleanEnvironment } from './environment.mjs';
import { root } from './paths.mjs';
import { run } from './processes.mjs';

export const componentsResults = `${root}test-results/components.json`;

/** Tests components by themselves in the browser of this path; resolves to whether all of it passed. */
export async function runComponents(chromium) {
  const { code } = await run(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      ...['run', '--config', 'vitest.browser.config.ts'],
      ...['--reporter=dot', '--reporter=json', `--outputFile.json=${componentsResults}`],
    ],
    { env: cleanEnvironment({ CHROMIUM_PATH: chromium }) },
  );
  return code === 0;
}
