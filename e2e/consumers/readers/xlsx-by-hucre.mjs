import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { print } from './print.mjs';

const { sheets } = await readXlsx(readFileSync(process.argv[2]));
for (const { name, rows } of sheets) for (const row of rows) print(name, row);
