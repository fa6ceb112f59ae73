import { ensureBuilt } from './lib/build.mjs';
import { startDashboard } from './lib/dashboard.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { listenEnvironment } from './lib/listen.mjs';
import { endWith } from './lib/processes.mjs';

await ensureInstalled();
await ensureBuilt();
endWith(startDashboard(listenEnvironment(process.env)));
