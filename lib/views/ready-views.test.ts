import { expect, it } from 'vitest';
import { parseExplorer } from '@/lib/search/view';
import { readDefaultCookie, toDefaultCookie } from './default-view';
import { READY_VIEWS } from './ready-views';
import { inScope, viewQuery, viewState } from './view-query';

it.each(READY_VIEWS)('$id is a query that the explorer knows: $query', ({ query }) => {
  expect(parseExplorer(new URLSearchParams(query)).issues).toEqual([]);
  expect(viewQuery(viewState(query))).toBe(query);
});

it('a ready-made view is asked where the reader looks', () => {
  const now = viewState('account=prod&region=all&vpc=vpc-1&density=relaxed');
  expect(inScope('eip=true', now)).toBe('account=prod&region=all&eip=true&density=relaxed');
});

it('a view is all but the open drawer', () => {
  const open = parseExplorer(new URLSearchParams('eip=true&sort=-ips&eni=eni-1&view=drawer'));
  expect(viewQuery(open)).toBe('eip=true&sort=-ips');
  expect(viewQuery(viewState('cols=name%2Cip&eip=true&colour=red&eni=eni-1&view=drawer'))).toBe(
    'eip=true&cols=name,ip',
  );
});

it('the cookie of the default view is nothing but parameters', () => {
  const query = 'name=%E7%A9%BA&q=a%26b%3Bc&tag=a:b';
  const cookie = toDefaultCookie(query);
  expect(cookie).toMatch(/^[\w.%~*'()!-]+$/);
  expect(readDefaultCookie(decodeURIComponent(cookie ?? ''))).toBe(query);
  expect(readDefaultCookie('//evil.example/#?status=InUse')).toBe('//evil.example/%23%3Fstatus=InUse');
  expect(readDefaultCookie('')).toBeNull();
  expect(readDefaultCookie(undefined)).toBeNull();
  expect(toDefaultCookie(`eni=${'e'.repeat(3_000)}`)).toBeNull();
});
