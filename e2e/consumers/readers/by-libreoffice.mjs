import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { print } from './print.mjs';

/** As CSV in UTF-8, every cell in quotes, values as they are rather than as shown, every sheet a file. */
const AS_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1';

const CELL = /(?:"((?:[^"]|"")*)"|([^,\n"]*))(,|\r?\n|$)/y;

function* rowsIn(text) {
  let row = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const [, quoted, bare, end] = CELL.exec(text);
    row.push(quoted === undefined ? bare || null : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    yield row;
    row = [];
  }
}

const [, , file, importFilter] = process.argv;
const folder = mkdtempSync(join(tmpdir(), 'eni-atlas-libreoffice-'));
try {
  // A profile of its own: two of one profile refuse each other.
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  const from = importFilter ? [`--infilter=Text - txt - csv (StarCalc):${importFilter}`] : [];
  const out = join(folder, 'out');
  execFileSync('soffice', [profile, '--headless', ...from, '--convert-to', AS_CSV, '--outdir', out, file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const name = basename(file).replace(/\.\w+$/, '');
  for (const each of readdirSync(out)) {
    const sheet = each.slice(name.length + 1).replace(/\.csv$/, '');
    for (const row of rowsIn(readFileSync(join(out, each), 'utf8'))) print(sheet, row);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
