import { describe } from 'vitest';
import { compare, type Reading } from './compare';
import { type Consumer, consumerTest, npmConsumer, systemConsumer } from './consumer';
import { ESTATE_NAMES } from './estates';
import { readBy } from './read-by';
import { COLUMNS, exportOf } from './tables';

/** A cell of CSV is a text, with an apostrophe where a spreadsheet would take it for a formula. */
const ofTexts =
  (read: (text: string) => string = (text) => text): Reading =>
  (cell) => {
    if (typeof cell !== 'string') return cell === null ? null : String(cell);
    return read(/^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell);
  };

const asItIs = ofTexts();
const withLineFeeds = ofTexts((text) => text.replace(/\r\n/g, '\n'));
const withOnlyLineFeeds = ofTexts((text) => text.replace(/\r\n?/g, '\n'));
/** DuckDB takes a mark of byte order away from wherever a value begins. */
const withoutMarks = ofTexts((text) => text.replace(/^\ufeff/, ''));

/** Every column as text, for an import by LibreOffice. docs: "CSV filter parameters", token 5. */
const TEXT_COLUMNS = COLUMNS.map((_, at) => `${at + 1}/2`).join('/');

type Case = {
  consumer: Consumer;
  reader: string;
  /** The switches that have each value come out as it is, and those that pass over the lines of provenance. */
  switches: readonly string[];
  withComments?: readonly string[];
  /** Lines of provenance are told from texts that begin so too, or hold such a mark. */
  isSureOfComments?: boolean;
  reading?: Reading;
};

const json = (options: unknown) => [JSON.stringify(options)];

const CASES: readonly Case[] = [
  {
    consumer: systemConsumer('LibreOffice'),
    reader: 'by-libreoffice.mjs',
    switches: [`44,34,76,1,${TEXT_COLUMNS}`],
    reading: withOnlyLineFeeds,
  },
  {
    consumer: systemConsumer('Miller'),
    reader: 'csv-by-miller.mjs',
    switches: ['-S'],
    withComments: ['-S', '--skip-comments'],
    reading: withLineFeeds,
  },
  {
    consumer: systemConsumer('csvkit'),
    reader: 'csv-by-csvkit.mjs',
    switches: ['--no-inference', '--blanks'],
    reading: withOnlyLineFeeds,
  },
  {
    consumer: npmConsumer('papaparse', 'PapaParse'),
    reader: 'csv-by-papaparse.mjs',
    switches: json({}),
    withComments: json({ comments: '#', delimiter: ',' }),
    isSureOfComments: true,
  },
  {
    consumer: npmConsumer('@duckdb/node-api', 'DuckDB'),
    reader: 'csv-by-duckdb.mjs',
    switches: ['all_varchar=true'],
    withComments: ["all_varchar=true, header=true, comment='#'"],
    reading: withoutMarks,
  },
  {
    consumer: systemConsumer('pandas'),
    reader: 'csv-by-pandas.py',
    switches: json({ dtype: 'str', keep_default_na: false }),
  },
  {
    consumer: npmConsumer('xlsx', 'SheetJS'),
    reader: 'csv-by-sheetjs.mjs',
    switches: json({ raw: true }),
    reading: withLineFeeds,
  },
];

describe.each(ESTATE_NAMES)('CSV of the estate %s', (estate) => {
  for (const { consumer, reader, switches, withComments, isSureOfComments, reading = asItIs } of CASES) {
    consumerTest(consumer, 'reads every row and value', async () => {
      const path = await exportOf(estate, 'format=csv&provenance=false');
      const [table = []] = (await readBy(reader, path, ...switches)).values();
      return compare('CSV', estate, table, reading);
    });
    if (withComments && (isSureOfComments || estate !== 'odd'))
      consumerTest(consumer, 'passes over the lines of provenance', async () => {
        const path = await exportOf(estate, 'format=csv');
        const [table = []] = (await readBy(reader, path, ...withComments)).values();
        return compare('CSV with provenance', estate, table, reading);
      });
  }
});
