import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { AddressesSection } from '@/components/eni-drawer/addresses-section';
import { AttachmentSection } from '@/components/eni-drawer/attachment-section';
import { DrawerHeader } from '@/components/eni-drawer/drawer-header';
import { IdentitySection } from '@/components/eni-drawer/identity-section';
import { GroupsSection } from '@/components/eni-drawer/links-section';
import { PrefixesSection } from '@/components/eni-drawer/prefixes-section';
import { TagsSection } from '@/components/eni-drawer/tags-section';
import { cellOf } from '@/components/eni-table/cells';
import type { COMPARE_FIELDS } from '@/lib/compare/fields';
import type { Eni } from '@/lib/eni/eni';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { sampleOf } from '@/lib/eni/field-samples.test-kit';
import { wordsOfEni } from '@/lib/eni/field-values';
import { FIELDS, type FieldKey } from '@/lib/eni/fields';
import { NO_NAMES } from '@/lib/eni/names';
import { exportColumnNames, parseExportColumn, readColumn } from '@/lib/export/export-columns';
import en from '@/lib/i18n/en.json';
import zh from '@/lib/i18n/zh-CN.json';
import { FILTER_KEYS, type FilterKey, filterOf } from '@/lib/search/filters';
import { type ColumnId, ENI_COLUMNS } from '@/lib/search/table/columns';
import { answerSchemas } from '@/lib/server/openapi/schemas';

const client = new QueryClient();
const drawn = (node: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC" now={new Date('2026-11-27')}>
      <QueryClientProvider client={client}>{node}</QueryClientProvider>
    </NextIntlClientProvider>,
  );

const close = () => {};
const drawer = (eni: Eni) =>
  drawn(
    <>
      <DrawerHeader id={eni.id} titleId="t" eni={eni} onPrevious={null} onNext={null} onClose={close} />
      <AddressesSection eni={eni} />
      <PrefixesSection eni={eni} />
      <AttachmentSection eni={eni} />
      <IdentitySection eni={eni} />
      <GroupsSection eni={eni} loaded={[]} />
      <TagsSection tags={eni.tags} />
    </>,
  );

const exported = (eni: Eni) =>
  exportColumnNames('eni').map((name) => {
    const column = parseExportColumn(name, 'eni');
    return column === null ? null : readColumn(column, { eni, address: null, nameOf: NO_NAMES });
  });

function messageAt(messages: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], messages);
}

const BARE = eniWith();

describe.each(FIELDS)('the field $name', ({ name, kind, key, label, drawerLabel, says }) => {
  const { eni, shown } = sampleOf(name, kind);

  it('has a line in the drawer', () => {
    const text = drawer(eni);
    expect(text, `${name} is not drawn: field-lines.tsx, or the section that the table names`).not.toBe(
      drawer(BARE),
    );
    if (shown !== null) expect(text).toContain(shown);
  });

  it('has a column in files, a flag as true or false', () => {
    const values = exported(eni).flat();
    if (kind === 'flag') expect(values).toContain(false);
    // Only the JSON shows the target of the attachment; no column does.
    else if (kind !== 'attachment') expect(values.map(String).join('\n')).toContain(shown);
  });

  it.skipIf(key === null)('has a cell', () => {
    const row = { kind: 'eni', eni, address: null } as never;
    const bare = { kind: 'eni', eni: BARE, address: null } as never;
    expect(drawn(cellOf(key as ColumnId, row))).not.toBe(drawn(cellOf(key as ColumnId, bare)));
  });

  it.skipIf(['whole', 'time', 'flag'].includes(kind))('is found by words', () =>
    expect(wordsOfEni(eni)).toContain(shown),
  );

  it('is in the document of the API', () =>
    expect(answerSchemas().Eni).toMatchObject({ properties: { [name]: expect.anything() } }));

  it.each([
    ['English', en],
    ['Chinese', zh],
  ])('has words in %s', (_, messages) => {
    const paths = [
      ...(key === null ? [] : [label]),
      ...(kind === 'attachment' ? [] : [drawerLabel]),
      ...says,
    ];
    expect(paths.filter((path) => typeof messageAt(messages, path) !== 'string')).toEqual([]);
  });
});

describe('what is inferred from the table', () => {
  it('has the types of the kinds', () => {
    expectTypeOf<Eni['deleteOnRelease']>().toEqualTypeOf<boolean | null>();
    expectTypeOf<Eni['queueNumber']>().toEqualTypeOf<number | null>();
    expectTypeOf<Eni['id']>().toEqualTypeOf<string>();
    expectTypeOf<Eni['securityGroupIds']>().toEqualTypeOf<string[]>();
    expectTypeOf<Eni['other']>().toEqualTypeOf<Record<string, unknown>>();
    // @ts-expect-error a field that is not in the table is none of an ENI
    expectTypeOf<Eni>().toHaveProperty('novel');
  });

  it('has a column for every field that is told alone, and filters by their own names', () => {
    expectTypeOf<FieldKey>().toExtend<ColumnId>();
    expectTypeOf<'sourceDestCheck' | 'ownerId' | 'zone'>().toExtend<FieldKey>();
    expectTypeOf<'vSwitchId'>().not.toExtend<FieldKey>();
    expectTypeOf<'deleteOnRelease' | 'q'>().toExtend<FilterKey>();
    expectTypeOf<'created'>().not.toExtend<keyof typeof COMPARE_FIELDS>();
    expect(Object.keys(ENI_COLUMNS)).toEqual(expect.arrayContaining(FIELDS.flatMap(({ key }) => key ?? [])));
  });

  it('names the values of every closed choice in both languages', () => {
    const lacking = FILTER_KEYS.flatMap((key) => {
      const { known = [], ...definition } = filterOf(key);
      if (!('says' in definition)) return [];
      return known.filter((word) =>
        [en, zh].some((messages) => typeof messageAt(messages, `${definition.says}.${word}`) !== 'string'),
      );
    });
    expect(lacking).toEqual([]);
  });
});
