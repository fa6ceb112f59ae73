import { ensureBuilt } from './lib/build.mjs';
import { startDashboard } from './lib/dashboard.mjs';
import { DEMO_ACCOUNTS, demoEnvironment, startEmulatorProcess } from './lib/demo-stack.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { choosePort, waitForAnswer } from './lib/ports.mjs';
import { endWith, stopAll } from './lib/processes.mjs';

await ensureInstalled();
await ensureBuilt();
const port = await choosePort(process.env.PORT, 3000);
const emulatorUrl = await startEmulatorProcess(process.argv.slice(2));
const env = demoEnvironment(emulatorUrl, DEMO_ACCOUNTS, {
  PORT: String(port),
  NODE_ENV: 'production',
});
const dashboard = startDashboard(env, { stdio: ['ignore', 'ignore', 'inherit'] });
endWith(dashboard, 'The dashboard');
const url = `http://127.0.0.1:${port}`;
try {
  await waitForAnswer(url, 60);
  console.log(`\nENI Atlas is ready: ${url}  (made-up data, no cloud account; Ctrl-C stops it)`);
} catch (error) {
  console.error(error.message);
  await stopAll(1);
}
