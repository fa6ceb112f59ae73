import { useState } from 'react';
import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draw } from '@/components/browser.test-kit';
import { readingWith } from '@/lib/answer/answer.test-kit';
import { toEniQueryString } from '@/lib/search/params';
import { EMPTY_SEARCH, type Search } from '@/lib/search/search';
import { FilterBar } from './filter-bar';

/** The bar with a search of its own, and its URL beside it. */
function Bar({ from }: { from: Search }) {
  const [search, setSearch] = useState(from);
  return (
    <>
      <FilterBar search={search} reading={readingWith([])} onSearch={setSearch} />
      <output aria-label="URL">{toEniQueryString(search)}</output>
    </>
  );
}

const STATUS: Search = {
  ...EMPTY_SEARCH,
  terms: [{ key: 'status', negated: false, values: ['InUse'] }],
};

it('reads what is typed, and adds it as a chip beside the others', async () => {
  const screen = await draw(<Bar from={STATUS} />);
  const field = screen.getByRole('combobox');
  await userEvent.fill(field, '10.0.0.7');
  await expect.element(screen.getByRole('option', { name: /IPv4 address/ }).first()).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByLabelText('URL')).toHaveTextContent('status=InUse&ip=10.0.0.7');
  await expect.element(field).toHaveValue('');
  await expect.element(screen.getByRole('button', { name: 'Remove filter IP is 10.0.0.7' })).toBeVisible();
});

it('takes a chip away by its cross, and by keys from the empty field', async () => {
  const screen = await draw(
    <Bar
      from={{ ...STATUS, terms: [...STATUS.terms, { key: 'mode', negated: true, values: ['Standard'] }] }}
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Remove filter Status is InUse' }));
  await expect.element(screen.getByLabelText('URL')).toHaveTextContent('-mode=Standard');
  await userEvent.click(screen.getByRole('combobox'));
  await userEvent.keyboard('{Backspace}{Delete}');
  await expect.element(screen.getByLabelText('URL')).toHaveTextContent(/^$/);
});
