import { expect, it } from 'vitest';
import { seated } from './seats';

it('keeps rows in their seats, told anew, and lets nobody in', () =>
  expect(
    seated(
      [
        { key: 'a', share: 90 },
        { key: 'b', share: 80 },
        { key: 'gone', share: 70 },
      ],
      [
        { key: 'c', share: 99 },
        { key: 'b', share: 95 },
        { key: 'a', share: 91 },
      ],
    ),
  ).toEqual([
    { key: 'a', share: 91 },
    { key: 'b', share: 95 },
    { key: 'gone', share: 70 },
  ]));
