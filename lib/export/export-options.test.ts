import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toQueryString } from '@/lib/search/params';
import { BROWSER_COLUMNS, COLUMN_IDS } from '@/lib/search/table/columns';
import { SHAPES } from '@/lib/search/view';
import { contentDisposition, exportName, nameFrom } from './export-name';
import { FORMAT_NAMES, parseExportOptions, toExportEntries } from './export-options';

const tag = fc.string({ unit: fc.constantFrom('a', ',', ':', '\\', '队', ' '), minLength: 1, maxLength: 9 });

describe('parseExportOptions', () => {
  it('reads back what is written', () =>
    fc.assert(
      fc.property(
        fc.record({
          format: fc.constantFrom(...FORMAT_NAMES),
          shape: fc.constantFrom(...SHAPES),
          columns: fc.option(
            fc.uniqueArray(
              fc.oneof(
                fc.constantFrom(...COLUMN_IDS.filter((id) => !BROWSER_COLUMNS.includes(id))),
                tag.map((key) => `tag:${key}` as const),
              ),
              {
                minLength: 1,
              },
            ),
          ),
          provenance: fc.boolean(),
        }),
        (options) => {
          const params = new URLSearchParams(toQueryString(toExportEntries(options)));
          expect(parseExportOptions(params)).toEqual({ options, issues: [] });
        },
      ),
    ));

  it('is of CSV, by ENI, with provenance unless something else is said', () =>
    expect(parseExportOptions(new URLSearchParams()).options).toEqual({
      format: 'csv',
      shape: 'eni',
      columns: null,
      provenance: true,
    }));

  it.each([
    ['format=xls', 'format', 'invalid_enum'],
    ['shape=ip', 'shape', 'invalid_enum'],
    ['provenance=1', 'provenance', 'not_boolean'],
    ['cols=', 'cols', 'invalid_enum'],
    ['cols=name,nope', 'cols', 'invalid_enum'],
    ['cols=kind', 'cols', 'invalid_enum'],
    [`cols=${Array.from({ length: 201 }, (_, i) => `tag:${i}`).join()}`, 'cols', 'too_many'],
  ])('refuses %s', (query, field, code) =>
    expect(parseExportOptions(new URLSearchParams(query)).issues).toMatchObject([{ field, code }]),
  );
});

describe('exportName', () => {
  const options = { format: 'csv', shape: 'eni', columns: null, provenance: true } as const;
  const at = '2026-11-28T01:34:56.789Z';

  it('says whose, where and when', () => {
    const scope = { accounts: ['prod'], regions: ['cn-hangzhou'] };
    expect(exportName(scope, options, at)).toBe('eni-atlas_prod_cn-hangzhou_2026-11-28T0134Z.csv');
    const wide = { accounts: ['a', 'b'], regions: ['cn-hangzhou', 'cn-beijing', 'cn-shanghai'] };
    expect(exportName(wide, { ...options, format: 'xlsx', shape: 'address' }, at)).toBe(
      'eni-atlas_2-accounts_3-regions_addresses_2026-11-28T0134Z.xlsx',
    );
  });

  it('comes whole through the header, in ASCII', () => {
    const name = exportName({ accounts: ['生产 (主)'], regions: ['cn-hangzhou'] }, options, at);
    const header = contentDisposition(name);
    expect(header).toMatch(/^[\x20-\x7e]+$/);
    expect(header).toContain('filename="eni-atlas___-(_)_cn-hangzhou_2026-11-28T0134Z.csv"');
    expect(nameFrom(header)).toBe('eni-atlas_生产-(主)_cn-hangzhou_2026-11-28T0134Z.csv');
    expect(nameFrom(null)).toBeNull();
  });
});
