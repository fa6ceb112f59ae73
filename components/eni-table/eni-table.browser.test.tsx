import { useMemo, useState } from 'react';
import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draw } from '@/components/browser.test-kit';
import type { Eni } from '@/lib/eni/eni';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import { ALL_OPEN } from '@/lib/search/table/folding';
import { tableRowSteps } from '@/lib/search/table/table-rows';
import { DEFAULT_VIEW, type View } from '@/lib/search/view';
import { runSteps } from '@/lib/steps/run-steps';
import { EniTable } from './eni-table';

const COVERAGE = {
  unread: [],
  isRead: true,
  isReading: false,
  loaded: 0,
  total: null,
  calls: null,
  onReadAll: () => {},
};
const ENIS = [10, 9, 100].map((host) =>
  eniWith({
    id: `eni-${host}`,
    name: `node-${host}`,
    privateIpAddress: `10.0.0.${host}`,
    privateIps: [privateIp(`10.0.0.${host}`, { primary: true }), privateIp(`10.0.1.${host}`)],
    deleteOnRelease: host === 9 ? null : host === 10,
    other: host === 9 ? { 'Attachment.Novel': 'quokka' } : {},
  }),
);

function Table({
  enis,
  view: from,
  onOpen,
}: {
  enis: readonly Eni[];
  view: View;
  onOpen: (eni: Eni) => void;
}) {
  const [view, setView] = useState(from);
  const { rows } = useMemo(
    () => runSteps(tableRowSteps(enis, { shape: 'eni', sort: view.sort, group: null }, ALL_OPEN, String)),
    [enis, view.sort],
  );
  return (
    <EniTable
      rows={rows}
      isSorting={false}
      view={view}
      selected={null}
      more={false}
      selection={{ isSelected: () => false, state: 'none', onSelect: () => {}, onSelectAll: () => {} }}
      onSort={(sort) => setView({ ...view, sort })}
      onColumns={(change) => setView({ ...view, columns: [...change(view.columns)] })}
      onGroup={() => {}}
      onOpen={onOpen}
      summary={null}
      coverage={COVERAGE}
      isById={false}
      isFolded={false}
      onFoldAll={() => {}}
      onToggleGroup={() => {}}
      onCommand={() => false}
    />
  );
}

const cellsOf = (name: string) =>
  [...document.querySelectorAll('[role=row], tr')]
    .map((row) => row.textContent ?? '')
    .filter((text) => text.includes(name));

it('draws a row for each ENI, sorts by a header as people count, and opens a row by Enter', async () => {
  const onOpen = vi.fn();
  const screen = await draw(<Table enis={ENIS} view={DEFAULT_VIEW} onOpen={onOpen} />);
  const grid = screen.getByRole('grid', { name: 'ENIs' });
  await expect.element(grid).toBeVisible();
  await userEvent.click(screen.getByRole('columnheader', { name: 'Name' }).getByText('Name'));
  await expect
    .poll(() => cellsOf('node-').map((text) => /node-\d+/.exec(text)?.[0]))
    .toEqual(['node-9', 'node-10', 'node-100']);
  await userEvent.click(screen.getByText('node-10', { exact: true }));
  expect(onOpen).toHaveBeenCalledWith(ENIS[0]);
});

it('draws every column from its field: a flag in words, what is absent as a dash, what is not known by its path', async () => {
  const view: View = { ...DEFAULT_VIEW, columns: ['name', 'deleteOnRelease', 'other', 'queueNumber'] };
  const screen = await draw(<Table enis={ENIS} view={view} onOpen={() => {}} />);
  await expect.element(screen.getByRole('columnheader', { name: 'Delete on release' })).toBeVisible();
  const [row] = cellsOf('node-9');
  expect(row).toMatch(/node-9.*–.*Attachment\.Novel=quokka.*–/);
  expect(cellsOf('node-10')[0]).toMatch(/node-10.*yes.*–.*–/);
  expect(cellsOf('node-100')[0]).toMatch(/node-100.*no.*–/);
});
