import type { KeyboardEvent } from 'react';

const HEADS = '[data-facet-head]';

/**
 * Moves the focus from the facet that holds it to the next or previous one on the page; from elsewhere to the first or
 * the last.
 * @returns whether there is any
 */
export function walkFacets(step: 1 | -1): boolean {
  const heads = [...document.querySelectorAll<HTMLElement>(HEADS)].filter(
    (head) => head.offsetParent !== null,
  );
  const within = document.activeElement?.closest('[data-facet]')?.querySelector<HTMLElement>(HEADS);
  const at = within ? heads.indexOf(within) : -1;
  const to = at < 0 ? (step > 0 ? 0 : heads.length - 1) : (at + step + heads.length) % heads.length;
  heads[to]?.focus();
  return heads.length > 0;
}

/** Arrow keys among the values of a facet: up and down move between them, right to the buttons of one, left back. */
export function moveInFacet(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const list = event.currentTarget;
  const line = (event.target as Element).closest('li');
  const values = [...list.querySelectorAll<HTMLElement>('[data-facet-value]')];
  const own = line?.querySelector<HTMLElement>('[data-facet-value]');
  const aside = [...(line?.querySelectorAll<HTMLElement>('[data-facet-aside]') ?? [])];
  const at = own ? values.indexOf(own) : -1;
  const beside = aside.indexOf(event.target as HTMLElement);
  const to: Record<string, HTMLElement | undefined | null> = {
    ArrowDown: values[at + 1],
    ArrowUp: values[at - 1],
    Home: values[0],
    End: values.at(-1),
    ArrowRight: aside[beside + 1],
    ArrowLeft: beside > 0 ? aside[beside - 1] : own,
  };
  if (!Object.hasOwn(to, event.key)) return;
  event.preventDefault();
  to[event.key]?.focus();
}
