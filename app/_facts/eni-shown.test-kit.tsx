import { AddressesSection } from '@/components/eni-drawer/addresses-section';
import { AttachmentSection } from '@/components/eni-drawer/attachment-section';
import { DrawerHeader } from '@/components/eni-drawer/drawer-header';
import { IdentitySection } from '@/components/eni-drawer/identity-section';
import { GroupsSection } from '@/components/eni-drawer/links-section';
import { OwnerSection } from '@/components/eni-drawer/owner-section';
import { PrefixesSection } from '@/components/eni-drawer/prefixes-section';
import { TagsSection } from '@/components/eni-drawer/tags-section';
import { eniColumns } from '@/components/eni-table/columns';
import type { Eni } from '@/lib/eni/eni';
import { COLUMN_IDS, type ColumnId } from '@/lib/search/table/columns';
import { attributesOf, definitionsOf, markupOf, partsOf, textOf } from './shown.test-kit';

type Cell = (props: { row: { original: { kind: 'eni'; eni: Eni; address: null } } }) => React.ReactNode;

const noop = () => {};
const MARK = '<hr/>';

/** What table and drawer draw of an ENI: one rendering, read in parts. */
export function shownOf(eni: Eni) {
  const columns = eniColumns(COLUMN_IDS);
  const markup = markupOf(
    <>
      {columns.map(({ id, cell }) => (
        <section key={id}>
          {(cell as Cell)({ row: { original: { kind: 'eni', eni, address: null } } })}
          <hr />
        </section>
      ))}
      <DrawerHeader id={eni.id} titleId="t" eni={eni} onPrevious={null} onNext={null} onClose={noop} />
      <hr />
      <IdentitySection eni={eni} />
      <AttachmentSection eni={eni} />
      <hr />
      <AddressesSection eni={eni} />
      <hr />
      <PrefixesSection eni={eni} />
      <hr />
      <GroupsSection eni={eni} loaded={[eni]} />
      <hr />
      <TagsSection tags={eni.tags} />
      <hr />
      <OwnerSection eni={eni} />
    </>,
  );
  const parts = markup.split(MARK);
  const cells = new Map(columns.map(({ id }, at) => [id, parts[at] ?? '']));
  const [header = '', facts = '', addresses = '', prefixes = '', groups = '', tags = '', owner = ''] =
    parts.slice(columns.length);
  const lines = definitionsOf(facts);
  const items = (section: string) => partsOf(section, 'li');
  return {
    cell: (id: ColumnId) => textOf(cells.get(id) ?? ''),
    cellMarkup: (id: ColumnId) => cells.get(id) ?? '',
    title: textOf(partsOf(header, 'h2')[0] ?? ''),
    header: textOf(header),
    line: (label: string) => textOf(lines.get(label) ?? ''),
    lineMarkup: (label: string) => lines.get(label) ?? '',
    addresses: items(addresses).map(textOf),
    allocations: items(addresses).flatMap((item) =>
      attributesOf(item, 'title').filter((text) => text.startsWith('eip-')),
    ),
    prefixes: items(prefixes).map(textOf),
    groups: items(groups).map((item) => textOf(partsOf(item, 'a')[0] ?? '')),
    tags: items(tags).map(textOf),
    tagsNote: textOf(/<\/h3>([^<]*)/.exec(tags)?.[1] ?? ''),
    owner: textOf(partsOf(owner, 'b')[0] ?? ''),
  };
}

export type Shown = ReturnType<typeof shownOf>;
