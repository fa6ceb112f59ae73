import { expect, it } from 'vitest';
import { EniList, parseEnis } from '../aliyun/eni-list';
import { type EniRow, toRow } from '../aliyun/eni-row';
import { toEni } from '../aliyun/normalise';
import { pageBytes } from './page-bytes';

const cell = {
  account: { name: 'prod', profile: null, roleArn: null, regions: null },
  region: 'cn-hangzhou',
};
const wire = (name: string, at: number) => ({ NetworkInterfaceId: `eni-${at}`, NetworkInterfaceName: name });

/** The rows of an upstream page, which are adjacent in memory. */
function rowsOf(names: readonly string[]): EniRow[] {
  const body = { NetworkInterfaceSets: { NetworkInterfaceSet: names.map(wire) } };
  const { NetworkInterfaceSets: list } = parseEnis(Buffer.from(JSON.stringify(body)), cell) as Record<
    string,
    unknown
  >;
  return list instanceof EniList ? list.rows : expect.unreachable();
}

const alone = (name: string) => toRow(toEni(wire(name, 9), 'prod', 'cn-hangzhou') ?? expect.unreachable());

const page = (items: EniRow[]) => ({
  items,
  cursor: null,
  scope: { accounts: ['prod'], regions: ['cn-hangzhou'] },
  scanned: items.length,
  filteredAfter: [],
  failures: [],
  caveats: [],
  asOf: '2026-11-25T00:00:00.000Z',
  upstream: [],
});

const names = ['web-01', '结算服务', 'é', '😀', '\ud800', 'web-02'];
const [a, b, c, d] = rowsOf(names) as [EniRow, EniRow, EniRow, EniRow];

it.each<[string, EniRow[]]>([
  ['no rows', []],
  ['one row', [a]],
  ['all rows of an upstream page', rowsOf(names)],
  ['those of two pages', [...rowsOf(names), ...rowsOf(['web-03', '好'])]],
  ['some with gaps between them', [a, c, d]],
  ['rows in another order, and one twice', [b, a, a, d, c]],
  [
    'long rows beside short ones',
    [alone('x'), ...rowsOf(['y'.repeat(70_000), 'z', 'z'.repeat(70_000)]), alone('x')],
  ],
  ['rows that stand alone', [alone('x'), a, b, alone('结'), alone('y')]],
])('is the JSON of a page of %s', (_, items) => {
  const asked = page(items);
  expect(JSON.parse(Buffer.concat(pageBytes(asked)).toString())).toEqual({
    ...asked,
    items: items.map(({ eni }) => eni),
  });
});
