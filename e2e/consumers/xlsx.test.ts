import { describe } from 'vitest';
import { compare } from './compare';
import { type Consumer, consumerTest, npmConsumer, systemConsumer } from './consumer';
import { ESTATE_NAMES } from './estates';
import { readBy } from './read-by';
import { withExport } from './tables';

const CONSUMERS: readonly { consumer: Consumer; reader: string }[] = [
  { consumer: npmConsumer('exceljs'), reader: 'xlsx-by-exceljs.mjs' },
  { consumer: npmConsumer('exceljs', 'exceljs, as a stream'), reader: 'xlsx-by-exceljs-stream.mjs' },
  { consumer: npmConsumer('hucre'), reader: 'xlsx-by-hucre.mjs' },
  { consumer: systemConsumer('openpyxl'), reader: 'xlsx-by-openpyxl.py' },
];

describe.each(ESTATE_NAMES)('XLSX of the estate %s', (estate) => {
  for (const { consumer, reader } of CONSUMERS)
    consumerTest(consumer, 'reads every row and value', () =>
      withExport(estate, 'format=xlsx', async (path) => {
        const sheets = await readBy(reader, path);
        return compare('XLSX', estate, sheets.get('ENIs') ?? []);
      }),
    );
});
