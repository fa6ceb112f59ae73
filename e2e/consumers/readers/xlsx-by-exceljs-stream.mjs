import { createReadStream } from 'node:fs';
import ExcelJS from 'exceljs';
import { print } from './print.mjs';

// From a stream that cannot be gone back in, as from a network.
const reader = new ExcelJS.stream.xlsx.WorkbookReader(createReadStream(process.argv[2]), {
  worksheets: 'emit',
  sharedStrings: 'cache',
  styles: 'cache',
});
for await (const sheet of reader) for await (const row of sheet) print(sheet.name, row.values.slice(1));
