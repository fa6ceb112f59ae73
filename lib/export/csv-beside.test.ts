import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partCsv } from './csv-beside';
import { END, nastyEnis, START } from './export.test-kit';
import type { ExportColumn } from './export-columns';
import { textWriter } from './export-text';
import { rowsOf } from './rows';

const columns: ExportColumn[] = ['name', 'ip', 'tags', 'description'];
const writer = (provenance: boolean) => textWriter({ format: 'csv', shape: 'eni', columns, provenance });

it('parts a file into the table as it is without provenance, and what it says of itself', () =>
  fc.assert(
    fc.asyncProperty(nastyEnis, async (enis) => {
      const rows = rowsOf(enis, 'eni');
      const told = writer(true);
      const file = new Blob([told.begin(START), told.write(rows), told.finish(END)]);
      const { table, metadata } = await partCsv(file, { name: 'a.csv', columns });
      const plain = writer(false);
      const expected = new Blob([plain.begin(null), plain.write(rows), plain.finish(null)]);
      expect(Buffer.from(await table.arrayBuffer())).toEqual(Buffer.from(await expected.arrayBuffer()));
      const { url, tableSchema, notes } = JSON.parse(await metadata.text());
      expect(url).toBe('a.csv');
      expect(tableSchema.columns.map(({ titles }: { titles: string }) => titles)).toEqual(columns);
      expect(notes).toMatchObject([
        { file: 'ENI Atlas export', complete: 'false', caveat: expect.stringMatching(/^stale/) },
      ]);
    }),
  ));

it('has a list of what comes more than once', async () => {
  const told = writer(true);
  const caveats = [...END.caveats, { code: 'restarted' } as const];
  const file = new Blob([told.begin(START), told.finish({ ...END, caveats })]);
  const { metadata } = await partCsv(file, { name: 'a.csv', columns });
  expect(JSON.parse(await metadata.text()).notes[0].caveat).toHaveLength(2);
});
