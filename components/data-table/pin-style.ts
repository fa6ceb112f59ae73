import type { CSSProperties } from 'react';

/** Where a pinned cell stays, for CSS to use while there is something to stay above; `offset` in px from the left. */
export function pinStyle(offset: number | undefined): CSSProperties | undefined {
  return offset === undefined ? undefined : ({ '--pin': `${offset}px` } as CSSProperties);
}
