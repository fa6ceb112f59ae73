import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { print } from './print.mjs';

const options = JSON.parse(process.argv[3] ?? '{}');
const { data } = Papa.parse(readFileSync(process.argv[2], 'utf8'), { skipEmptyLines: true, ...options });
for (const row of data) print('', row);
