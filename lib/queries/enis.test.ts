import { describe, expect, it } from 'vitest';
import type { ScanPage } from '@/lib/search/reading/merge';
import { FIRST_PAGE, nextPage, SCREEN_LIMIT } from './enis';

const ending = (cursor: string | null) => ({ cursor }) as ScanPage;

describe('nextPage', () => {
  it('follows the cursor to the end', () => {
    expect(nextPage(ending('c1'), FIRST_PAGE, false)).toEqual({ cursor: 'c1', limit: 500, isFresh: false });
    expect(nextPage(ending(null), FIRST_PAGE, false)).toBeNull();
  });

  it('completes a screen to a page, and goes on in pages', () => {
    const rest = nextPage(ending('c1'), { ...FIRST_PAGE, limit: SCREEN_LIMIT }, false);
    expect(rest).toEqual({ cursor: 'c1', limit: 440, isFresh: false });
    expect(rest && nextPage(ending('c2'), rest, false)).toEqual({ cursor: 'c2', limit: 500, isFresh: false });
  });

  it('begins one scan of large pages, and follows it whatever is wanted then', () => {
    const begin = nextPage(ending('c1'), { ...FIRST_PAGE, cursor: 'c0', isFresh: true }, true);
    expect(begin).toEqual({ cursor: null, limit: 2000, isFresh: true });
    for (const inBulk of [true, false])
      expect(begin && nextPage(ending('b1'), begin, inBulk)).toEqual({ ...begin, cursor: 'b1' });
    expect(begin && nextPage(ending(null), begin, true)).toBeNull();
  });

  it('begins none where everything has been read', () =>
    expect(nextPage(ending(null), FIRST_PAGE, true)).toBeNull());
});
