import { expect, it } from 'vitest';
import { collectText } from './collect-text';

function* slowly(pieces: number): Generator<string> {
  for (let at = 0; at < pieces; at++) {
    const until = performance.now() + 4;
    while (performance.now() < until);
    yield '订';
  }
}

it('keeps the pieces and counts their bytes', async () =>
  expect(await collectText(['a', '', '订单\n'], () => true)).toEqual({
    parts: ['a', '', '订单\n'],
    bytes: 8,
  }));

it('lets the page have its turn meanwhile', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  const collected = await collectText(slowly(60), () => true);
  clearInterval(timer);
  expect(collected?.parts).toHaveLength(60);
  expect(turns).toBeGreaterThan(1);
});

it('stops when nobody waits any more', async () =>
  expect(await collectText(slowly(60), () => false)).toBeNull());
