import ExcelJS from 'exceljs';
import { print } from './print.mjs';

const workbook = new ExcelJS.Workbook();
await workbook.xlsx.readFile(process.argv[2]);
for (const sheet of workbook.worksheets) sheet.eachRow((row) => print(sheet.name, row.values.slice(1)));
