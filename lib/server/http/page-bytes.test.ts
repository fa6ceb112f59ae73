import { expect, it } from 'vitest';
import { toEni } from '../aliyun/normalise';
import { pageBytes } from './page-bytes';

const eni = (id: string, name: string) => {
  const made = toEni({ NetworkInterfaceId: id, NetworkInterfaceName: name }, 'prod', 'cn-hangzhou');
  if (!made) throw new Error('no row');
  return made;
};

const page = (items: ReturnType<typeof eni>[]) => ({
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

it.each([
  { names: [] },
  { names: ['web-01'] },
  { names: ['web-01', '结算服务', 'é', '😀', '\ud800', 'web-02'] },
])('is the JSON of a page of $names', ({ names }) => {
  const asked = page(names.map((name, at) => eni(`eni-${at}`, name)));
  const once = pageBytes(asked);
  expect(JSON.parse(once.toString())).toEqual(asked);
  expect(pageBytes(asked)).toEqual(once);
});
