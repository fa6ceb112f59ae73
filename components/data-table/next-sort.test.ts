import { expect, it } from 'vitest';
import { nextSort } from './next-sort';

it('goes from ascending over descending back to no order', () => {
  const first = nextSort(null, 'ip');
  const second = nextSort(first, 'ip');
  expect(first).toEqual({ column: 'ip', descending: false });
  expect(second).toEqual({ column: 'ip', descending: true });
  expect(nextSort(second, 'ip')).toBeNull();
  expect(nextSort(second, 'name')).toEqual({ column: 'name', descending: false });
});
