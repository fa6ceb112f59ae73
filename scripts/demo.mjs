import { ensureBuilt } from './lib/build.mjs';
import { startDashboard } from './lib/dashboard.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runDemo } from './lib/run-demo.mjs';

await ensureInstalled();
await ensureBuilt();
await runDemo({ port: process.env.PORT, args: process.argv.slice(2), startServer: startDashboard });
