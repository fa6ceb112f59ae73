import { expect, it } from 'vitest';
import { draw } from '@/components/browser.test-kit';
import { eniIn, mapOf, vSwitchWith } from '@/lib/usage/usage.test-kit';
import { BlockMap } from './block-map';

const occupancy = mapOf(vSwitchWith('10.0.0.0/25'), [
  eniIn('eni-1', ['10.0.0.5', '10.0.0.6']),
  eniIn('eni-2', [], { ipv4Prefixes: ['10.0.0.32/28'] }),
]);

it('says how many blocks there are, and of each in whose hands it is', async () => {
  const screen = await draw(<BlockMap occupancy={occupancy} score={null} isPartial={false} />);
  const map = screen.getByRole('img', { name: /8.*5|5.*8/ });
  await expect.element(map).toBeVisible();
  const said = [...map.element().querySelectorAll('title')].map((title) => title.textContent);
  expect(said).toHaveLength(8);
  expect(said[2]).toContain('10.0.0.32/28');
  // Each block is a box of its own: none overlaps another.
  const boxes = [...map.element().querySelectorAll('g > rect:first-of-type')].map((box) =>
    box.getBoundingClientRect(),
  );
  expect(
    boxes.every(
      (box, n) => n === 0 || box.left >= (boxes[n - 1]?.right ?? 0) || box.top > (boxes[n - 1]?.top ?? 0),
    ),
  ).toBe(true);
  expect(new Set(boxes.map(({ width }) => width))).toEqual(new Set([18]));
});
