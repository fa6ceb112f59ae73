import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { layOutPackage, packageFolder } from './lib/package.mjs';
import { root } from './lib/paths.mjs';
import { must } from './lib/processes.mjs';

await ensureInstalled();
await ensureBuilt();
await layOutPackage();
const destination = process.argv[2] ?? join(root, 'dist');
mkdirSync(destination, { recursive: true });
await must('npm', ['pack', packageFolder, '--pack-destination', destination, '--loglevel=error']);
