'use client';

import type { KeyboardEvent, RefObject } from 'react';
import { commandOf } from '@/components/keys/listener';
import { useCommand } from '@/components/keys/use-command';

const STEPS: Record<string, 1 | -1> = { nextRow: 1, previousRow: -1, ArrowDown: 1, ArrowUp: -1 };

/**
 * The row keys among the rules, where Enter opens one: from one rule to the next; from anywhere else on the page to the
 * open one, otherwise to the first.
 */
export function useRuleWalk(list: RefObject<HTMLElement | null>) {
  const rules = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-rule]') ?? [])];
  const enter = () => {
    const all = rules();
    (all.find((rule) => rule.ariaCurrent === 'true') ?? all[0])?.focus();
  };
  useCommand('nextRow', enter);
  useCommand('previousRow', enter);
  const onKeyDown = (event: KeyboardEvent) => {
    const isHeld = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    const step = STEPS[commandOf(event, 'rows') ?? (isHeld ? '' : event.key)];
    const all = rules();
    const at = all.indexOf(event.target as HTMLElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    all[at + step]?.focus();
  };
  return { onKeyDown };
}
