import { expect, it } from 'vitest';
import { eniKey } from '@/lib/eni/eni';
import { drawerId, drawerScope, isInDrawer } from './drawer-key';
import { ALL } from './search';
import { parseExplorer, toExplorerQueryString } from './view';

const parse = (query: string) => parseExplorer(new URLSearchParams(query));
const at = (account: string, region = 'cn-hangzhou', id = 'eni-1') => ({ account, region, id });
const scope = { accounts: ['prod', 'twin'], regions: ['cn-hangzhou'] };

it('the URL of a scope of several accounts says where the open ENI is, that of one does not', () => {
  const { search, view } = parse('account=prod,twin');
  const open = (accounts: string[]) =>
    toExplorerQueryString({ search: { ...search, accounts }, view: { ...view, drawer: eniKey(at('twin')) } });
  expect(open(['prod', 'twin'])).toBe('account=prod,twin&eni=twin/cn-hangzhou/eni-1&view=drawer');
  expect(open([ALL])).toBe('account=all&eni=twin/cn-hangzhou/eni-1&view=drawer');
  expect(open(['twin'])).toBe('account=twin&eni=eni-1&view=drawer');
  expect(open([])).toBe('eni=eni-1&view=drawer');
});

it.each(['twin', 'Zweite (neu) @ 7', 'a/b', '生产'])('reads back the ENI of account %s', (account) => {
  const drawer = eniKey(at(account));
  const { search, view } = parse('account=all');
  const back = parse(toExplorerQueryString({ search, view: { ...view, drawer } }));
  expect([back.view.drawer, back.issues]).toEqual([drawer, []]);
  expect(drawerId(drawer)).toBe('eni-1');
  expect(drawerScope(drawer, scope)).toEqual({ accounts: [account], regions: ['cn-hangzhou'] });
});

it('takes an id alone, as links from before have it, for the first that has it', () => {
  const { view, issues } = parse('account=all&eni=eni-1&view=drawer');
  expect([view.drawer, issues]).toEqual(['eni-1', []]);
  expect(drawerScope('eni-1', scope)).toEqual(scope);
  for (const account of ['prod', 'twin']) expect(isInDrawer('eni-1', at(account))).toBe(true);
});

it('tells ENIs of one id apart', () => {
  const drawer = eniKey(at('twin'));
  expect(isInDrawer(drawer, at('twin'))).toBe(true);
  expect(isInDrawer(drawer, at('prod'))).toBe(false);
  expect(isInDrawer(drawer, at('twin', 'cn-beijing'))).toBe(false);
  expect(isInDrawer(null, at('twin'))).toBe(false);
});

it('opens another row beside the filter that names its id', () => {
  const { search, view } = parse('account=prod,twin&eni=eni-1');
  expect(view.drawer).toBe('eni-1');
  const query = toExplorerQueryString({ search, view: { ...view, drawer: eniKey(at('twin')) } });
  expect(query).toBe('account=prod,twin&eni=eni-1&eni=twin/cn-hangzhou/eni-1&view=drawer');
  expect(parse(query).view.drawer).toBe('twin/cn-hangzhou/eni-1');
  expect(parse(query).search).toEqual(search);
});

it.each(['', 'twin/eni-1', '/cn-hangzhou/eni-1', 'twin/cn hangzhou/eni-1', 'twin/cn-hangzhou/', 'a b'])(
  'names what is neither an id nor a key: %j',
  (text) => {
    const { view, issues } = parse(`account=all&eni=${encodeURIComponent(text)}&view=drawer`);
    expect(view.drawer).toBeNull();
    expect(issues).toMatchObject([{ field: 'eni', code: 'malformed', value: text }]);
  },
);
