import { hostname } from 'node:os';
import { ensureBuilt } from './lib/build.mjs';
import { startDashboard } from './lib/dashboard.mjs';
import { quiet } from './lib/environment.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { endWith } from './lib/processes.mjs';

await ensureInstalled();
await ensureBuilt();
// An empty variable means its default, for Next's own flags too. A container exports its own name as HOSTNAME, which
// nobody meant as an address to listen on.
const { HOSTNAME, PORT, ...rest } = process.env;
const isOwnName = HOSTNAME === hostname() && HOSTNAME !== 'localhost';
if (isOwnName) console.log(`HOSTNAME=${HOSTNAME} is this machine's own name; listening on 127.0.0.1.`);
endWith(
  startDashboard({
    ...rest,
    ...quiet,
    NODE_ENV: 'production',
    HOSTNAME: isOwnName || !HOSTNAME ? '127.0.0.1' : HOSTNAME,
    PORT: PORT || '3000',
  }),
);
