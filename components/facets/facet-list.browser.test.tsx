import { useState } from 'react';
import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draw } from '@/components/browser.test-kit';
import { readingWith } from '@/lib/answer/answer.test-kit';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { toEniQueryString } from '@/lib/search/params';
import { EMPTY_SEARCH } from '@/lib/search/search';
import { FacetList } from './facet-list';

const reading = readingWith(
  ['InUse', 'InUse', 'Available'].map((status, n) => eniWith({ id: `eni-${n}`, status })),
  { filteredAfter: [] },
);

function Facets() {
  const [search, setSearch] = useState(EMPTY_SEARCH);
  return (
    <>
      <output aria-label="URL">{toEniQueryString(search)}</output>
      <div className="min-h-0 overflow-auto">
        <FacetList search={search} reading={reading} onSearch={setSearch} />
      </div>
    </>
  );
}

it('counts the values of what is loaded, and filters by them, in and out', async () => {
  const screen = await draw(<Facets />);
  const inUse = screen.getByRole('checkbox', { name: /^InUse, 2 loaded/ });
  await expect.element(inUse).toBeVisible();
  await userEvent.click(inUse);
  await expect.element(screen.getByLabelText('URL')).toHaveTextContent('status=InUse');
  await expect.element(screen.getByRole('checkbox', { name: /^InUse.*included/ })).toBeChecked();
  (screen.getByRole('checkbox', { name: /^Available/ }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Alt>}{Enter}{/Alt}');
  await expect.element(screen.getByLabelText('URL')).toHaveTextContent('status=InUse&-status=Available');
});
