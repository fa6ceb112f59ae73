import { ensureBuilt } from './lib/build.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { cleanEnvironment } from './lib/environment.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { run } from './lib/processes.mjs';

const args = process.argv.slice(2);
await ensureInstalled();
if (!args.includes('--list')) {
  await ensureBuilt();
  await ensureChromium();
}
const { code } = await run(process.execPath, ['--import', 'tsx', 'bench/main.ts', ...args], {
  env: cleanEnvironment(),
});
process.exit(code);
