import { expect, it } from 'vitest';
import { BY_NAME, nextOrder } from './group-by';

it('goes from the most over the least back to names, and turns names round', () => {
  const most = nextOrder(BY_NAME, 'addresses');
  expect(most).toEqual({ by: 'addresses', descending: true });
  const least = nextOrder(most, 'addresses');
  expect(least).toEqual({ by: 'addresses', descending: false });
  expect(nextOrder(least, 'addresses')).toEqual(BY_NAME);
  expect(nextOrder(least, 'enis')).toEqual({ by: 'enis', descending: true });
  expect(nextOrder(least, 'name')).toEqual(BY_NAME);
  expect(nextOrder(BY_NAME, 'name')).toEqual({ by: 'name', descending: true });
});
