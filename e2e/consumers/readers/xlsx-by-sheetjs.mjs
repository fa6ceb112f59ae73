import { readFileSync } from 'node:fs';
import XLSX from 'xlsx';
import { print } from './print.mjs';

const { SheetNames, Sheets } = XLSX.read(readFileSync(process.argv[2]));
for (const name of SheetNames)
  for (const row of XLSX.utils.sheet_to_json(Sheets[name], { header: 1, defval: null, blankrows: false }))
    print(name, row);
