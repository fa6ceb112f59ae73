import { readFileSync } from 'node:fs';
import XLSX from 'xlsx';
import { print } from './print.mjs';

const options = JSON.parse(process.argv[3] ?? '{}');
const { SheetNames, Sheets } = XLSX.read(readFileSync(process.argv[2]), options);
for (const row of XLSX.utils.sheet_to_json(Sheets[SheetNames[0]], {
  header: 1,
  defval: null,
  blankrows: false,
}))
  print('', row);
