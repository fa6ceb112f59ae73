'use client';

import { useLayoutEffect } from 'react';

/** What is cut by an ellipsis, and says nothing of itself. */
const CUT = '.truncate:not([title])';

/**
 * Says on hover what an ellipsis has cut, wherever that is, unless something says it already. For the time of the hover
 * alone, as rows are given other texts while they scroll.
 */
export function useWholeTitles(): void {
  useLayoutEffect(() => {
    let titled: Element | null = null;
    const onOver = ({ target }: PointerEvent) => {
      titled?.removeAttribute('title');
      titled = null;
      const cut = target instanceof Element ? target.closest(CUT) : null;
      if (cut === null || cut.scrollWidth <= cut.clientWidth || cut.closest('[title]') !== null) return;
      titled = cut;
      cut.setAttribute('title', cut.textContent ?? '');
    };
    document.addEventListener('pointerover', onOver, { passive: true });
    return () => {
      titled?.removeAttribute('title');
      document.removeEventListener('pointerover', onOver);
    };
  }, []);
}
