import { readFileSync, writeFileSync } from 'node:fs';
import { comparedIn, tableOf } from './lib/compatibility.mjs';
import { consumersResults } from './lib/consumers.mjs';
import { root } from './lib/paths.mjs';

const page = `${root}docs/COMPATIBILITY.md`;
const rows = comparedIn(JSON.parse(readFileSync(consumersResults, 'utf8')));
const [before] = readFileSync(page, 'utf8').split('<!-- table -->');
writeFileSync(page, `${before}<!-- table -->\n\n${tableOf(rows)}`);
console.log(`docs/COMPATIBILITY.md: ${rows.length} lines, from the last run of the tests of consumers`);
