import { buildPreload } from './lib/build.mjs';
import { demoEnvironment, startEmulatorProcess } from './lib/demo-stack.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { nextBin, root } from './lib/paths.mjs';
import { choosePort } from './lib/ports.mjs';
import { endWith, start } from './lib/processes.mjs';

// Not in .next, which the dev server and a build both rewrite.
const devPreload = `${root}dist/preload.cjs`;

await ensureInstalled();
await buildPreload(devPreload);
const port = await choosePort(process.env.PORT, 3000);
const emulatorUrl = await startEmulatorProcess(process.argv.slice(2));
const env = demoEnvironment(emulatorUrl, ['prod', 'staging', 'audit'], {
  PORT: String(port),
  NODE_ENV: 'development',
  // Next serves from a child process of its own, which only this variable reaches.
  NODE_OPTIONS: `--require ${JSON.stringify(devPreload)}`,
});
endWith(
  start(process.execPath, [nextBin, 'dev', '-H', '127.0.0.1', '-p', String(port)], { env }),
  'The dev server',
);
