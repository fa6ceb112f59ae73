'use client';

import { useLayoutEffect } from 'react';

/** Elements that an ellipsis cuts, and that have no title of their own. */
const CUT = '.truncate:not([title])';

/**
 * Shows on hover the text that an ellipsis has cut, anywhere, unless something already shows it. Only for the time of
 * the hover, as rows get other texts while they scroll.
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
