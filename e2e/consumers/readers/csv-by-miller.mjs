import { execFileSync } from 'node:child_process';
import Papa from 'papaparse';
import { print } from './print.mjs';

// Through Miller as CSV: what it writes as JSON is none where a cell has a control character.
const [, , file, ...options] = process.argv;
const text = execFileSync('mlr', ['--csv', ...options, 'cat', file], {
  encoding: 'utf8',
  maxBuffer: 2 ** 29,
});
for (const row of Papa.parse(text, { delimiter: ',', newline: '\n', skipEmptyLines: true }).data)
  print('', row);
