import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xlsxWriter } from '@/lib/server/export/xlsx-writer';
import { END, nastyEnis, START } from './export.test-kit';
import { type ExportFormat, FORMAT_NAMES } from './export-options';
import { readTail } from './export-tail';
import { textWriter } from './export-text';
import { mendingOf, RowCounter } from './row-counter';
import { rowsOf } from './rows';

function write(format: ExportFormat, enis: Parameters<typeof rowsOf>[0]): Buffer {
  const options = { format, shape: 'eni', columns: null, provenance: true } as const;
  const rows = rowsOf(enis, 'eni');
  const end = { ...END, rows: rows.length };
  if (format === 'xlsx') {
    const { begin, write: writeRows, finish } = xlsxWriter(options);
    return Buffer.concat([begin(START), writeRows(rows), finish(end)]);
  }
  const { begin, write: writeRows, finish } = textWriter({ ...options, format });
  return Buffer.from(begin(START) + writeRows(rows) + finish(end));
}

/** An archive takes a while to make. */
const runsOf = (format: ExportFormat) => ({ numRuns: format === 'xlsx' ? 25 : 100 });

describe.each(FORMAT_NAMES)('the end of a file of %s', (format) => {
  it('says what came of it', () =>
    fc.assert(
      fc.property(nastyEnis, (enis) => {
        expect(readTail(format, write(format, enis))).toEqual({
          rows: enis.length,
          complete: false,
          stopped: null,
          failures: [{ place: 'prod/cn-beijing', code: 'cloud_forbidden' }],
          caveats: ['stale'],
        });
      }),
      runsOf(format),
    ));

  it('is found in its last bytes alone', () =>
    fc.assert(
      fc.property(nastyEnis, (enis) => {
        const file = write(format, enis);
        const tail = file.subarray(-Math.min(file.length, 2600));
        expect(readTail(format, tail)).toMatchObject({
          rows: enis.length,
          caveats: ['stale'],
        });
      }),
      runsOf(format),
    ));

  it('is missing where the file was cut off', () =>
    fc.assert(
      fc.property(nastyEnis, fc.double({ min: 0, max: 0.99, noNaN: true }), (enis, share) => {
        const file = write(format, enis);
        // A comment after `complete` may be lost without harm.
        const last = format === 'csv' ? file.indexOf('# complete:') : file.length - 2;
        const cut = file.subarray(0, Math.floor(last * share));
        expect(readTail(format, cut)).toBeNull();
      }),
      runsOf(format),
    ));
});

describe.each(['csv', 'json', 'ndjson'] as const)('RowCounter of %s', (format) => {
  it('counts the rows, in whatever pieces they come', () =>
    fc.assert(
      fc.property(nastyEnis, fc.integer({ min: 1, max: 200 }), (enis, size) => {
        const file = write(format, enis);
        const counter = new RowCounter(format);
        for (let at = 0; at < file.length; at += size) counter.take(file.subarray(at, at + size));
        // The last line of NDJSON is none.
        expect(counter.rows - (format === 'ndjson' ? 1 : 0)).toBe(enis.length);
      }),
    ));

  it('lets a file that was cut off be mended: its whole rows are read back', () =>
    fc.assert(
      fc.property(nastyEnis, fc.double({ min: 0, max: 1, noNaN: true }), (enis, share) => {
        const whole = write(format, enis);
        const cut = whole.subarray(0, Math.floor(whole.length * share));
        const counter = new RowCounter(format);
        counter.take(cut);
        const rows = Math.min(counter.rows, enis.length);
        if (rows === 0 || counter.rows > enis.length) return;
        const text = cut.subarray(0, counter.end).toString() + mendingOf(format);
        if (format === 'json') expect(JSON.parse(text).items).toHaveLength(rows);
        if (format === 'ndjson')
          expect(
            text
              .trimEnd()
              .split('\n')
              .map((line) => JSON.parse(line)),
          ).toHaveLength(rows + 2);
        if (format === 'csv')
          expect(text.endsWith('\r\n# complete: false\r\n# stopped: cut_off\r\n')).toBe(true);
      }),
    ));
});
