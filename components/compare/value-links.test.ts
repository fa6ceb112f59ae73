import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { keepOf } from '@/lib/search/keep';
import type { Search } from '@/lib/search/search';
import { parseExplorer } from '@/lib/search/view';
import { enisHref, valuesHref } from './value-links';

const search: Search = {
  accounts: ['prod'],
  regions: ['cn-beijing'],
  terms: [{ key: 'status', negated: false, values: ['InUse'] }],
};

const tagged = (value: string) => eniWith({ status: 'InUse', tags: [{ key: 'a:b', value }] });

/** Which of these ENIs are in the list that a link opens. */
function shown(href: string | null, enis: ReturnType<typeof tagged>[]) {
  if (href === null) return null;
  const { search: linked, issues } = parseExplorer(new URL(href, 'http://localhost').searchParams);
  expect(issues).toEqual([]);
  expect(linked).toMatchObject({ accounts: ['prod'], regions: ['cn-beijing'] });
  return enis.filter(keepOf(linked, 0));
}

describe('the way into the list', () => {
  const odd = ['x,y', 'p*d', 'a:b', '支付'].map(tagged);
  const plain = eniWith({ status: 'InUse' });
  const idle = { ...odd[0], status: 'Available' } as typeof plain;

  it.each([0, 1, 2, 3])('shows the ENIs of one value and no others: %i', (at) => {
    const eni = odd[at] as typeof plain;
    const href = valuesHref(search, 'tag:a:b', [eni.tags[0]?.value ?? '']);
    expect(shown(href, [...odd, plain, idle])).toEqual([eni]);
  });

  it('shows those of several values, and those without one', () => {
    expect(shown(valuesHref(search, 'tag:a:b', ['x,y', 'p*d']), [...odd, plain])).toEqual(odd.slice(0, 2));
    expect(shown(valuesHref(search, 'tag:a:b', [null]), [...odd, plain])).toEqual([plain]);
  });

  it('is none where no filter asks for exactly these', () => {
    expect(valuesHref(null, 'owner', ['ecs'])).toBeNull();
    expect(valuesHref(search, 'vswitch', [null])).toBeNull();
    expect(valuesHref(search, 'owner', [])).toBeNull();
    expect(valuesHref(search, 'tag:a:b', ['x,y', null])).toBeNull();
    expect(valuesHref(search, 'vswitch', ['no id at all'])).toBeNull();
  });

  it('names ENIs as long as a link may hold so many', () => {
    const ids = Array.from({ length: 1001 }, (_, at) => `eni-${at}`);
    expect(enisHref(search, ids)).toBeNull();
    expect(enisHref(search, [])).toBeNull();
    const enis = ids.slice(0, 1000).map((id) => eniWith({ id }));
    expect(shown(enisHref(search, ids.slice(0, 1000)), [...enis, eniWith({ id: 'eni-other' })])).toEqual(
      enis,
    );
  });
});
