'use client';

import { useLayoutEffect } from 'react';
import { focusRows } from './focus-rows';

/**
 * An element that may vanish while it has the focus names its heirs here: names, the best first, of elements with
 * `data-focus-name`. `rows` is the list of the page, `row:ID` its row with this id or key, percent-encoded.
 */
const TO = 'data-focus-to';
const NAME = 'data-focus-name';

/** The elements that take the focus if there is no heir: parts of the page with a name of their own. */
const PART = 'main, section, aside, form, [role="region"], [role="search"], [role="dialog"]';

/** Menus and dialogs return the focus by themselves; this is how many ms they have to do so. */
const PAUSE = 60;

const isLost = () => document.activeElement === null || document.activeElement === document.body;

const canHold = (element: Element) =>
  element.isConnected && element.checkVisibility() && !element.matches(':disabled');

/** The element and its ancestors, without the body. */
function chainOf(element: Element): Element[] {
  const chain: Element[] = [];
  for (let each: Element | null = element; each && each !== document.body; each = each.parentElement)
    chain.push(each);
  return chain;
}

function focusNamed(names: string): boolean {
  return names.split(' ').some((name) => {
    if (name === 'rows') return focusRows();
    const [, id] = name.split('row:');
    const key = id && CSS.escape(decodeURIComponent(id));
    const row = 'main [data-index]';
    const what = key
      ? `${row}[data-key="${key}"], ${row}[data-key$="/${key}"]`
      : `[${NAME}="${CSS.escape(name)}"]`;
    const named = [...document.querySelectorAll<HTMLElement>(what)].find(canHold);
    // In a row, the cell that last had the focus.
    (named?.querySelector<HTMLElement>('td[tabindex="0"]') ?? named)?.focus();
    return named !== undefined;
  });
}

/** Moves the focus to the heir of the lost element: the nearest named one, otherwise the nearest remaining part. */
function passOn(chain: readonly Element[]): void {
  for (const each of chain) {
    const names = each.getAttribute(TO);
    if (names !== null && focusNamed(names)) return;
    if (!(each instanceof HTMLElement) || !each.matches(PART) || !canHold(each)) continue;
    if (!each.hasAttribute('tabindex')) each.tabIndex = -1;
    each.focus({ preventScroll: true });
    return;
  }
}

/**
 * Keeps the focus on the page: if the focused element is removed, hidden or disabled, an heir takes it. Without one,
 * keys and screen readers would start again at the top.
 */
export function useFocusHeirs(): void {
  useLayoutEffect(() => {
    let chain: Element[] = [];
    let timer = 0;
    const check = () => {
      const [last] = chain;
      if (last === undefined || !isLost() || canHold(last)) return;
      passOn(chain);
    };
    const look = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(check, PAUSE);
    };
    const observer = new MutationObserver(look);
    const onFocusIn = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      chain = chainOf(target);
      observer.disconnect();
      // A removed element is always a child of one of these.
      for (const { parentElement } of chain)
        if (parentElement) observer.observe(parentElement, { childList: true });
      observer.observe(target, { attributes: true, attributeFilter: ['disabled', 'hidden'] });
    };
    const onFocusOut = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        // The user pressed outside of every control: the focus was not lost.
        if (target === chain[0] && isLost() && canHold(target as Element)) chain = [];
        else look();
      });
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('focusout', onFocusOut);
    return () => {
      window.clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('focusout', onFocusOut);
    };
  }, []);
}
