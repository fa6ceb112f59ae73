'use client';

import { useEffect, useRef, useState } from 'react';
import { useStoredText } from '@/components/ui/use-stored-text';
import { type HintId, seenHints, withSeen } from './hint-ids';

const NAME = 'eni_atlas_hints';

/** How long, in ms, a pointer rests before a hint appears, and how long it may be away on its way to the hint. */
const REST = 500;
const AWAY = 250;

/** A hint: whether it is shown, and what shows and hides it. It appears by itself until the reader has dismissed it. */
export function useHint(id: HintId) {
  const [text, setText] = useStoredText(NAME);
  const [isShown, setShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const after = (ms: number, shown: boolean) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(shown), ms);
  };
  const isSeen = seenHints(text).includes(id);
  return {
    isShown,
    offer: (atOnce: boolean) => !isSeen && after(atOnce ? 0 : REST, true),
    leave: () => after(AWAY, false),
    toggle: () => {
      clearTimeout(timer.current);
      setShown(!isShown);
    },
    done: () => {
      clearTimeout(timer.current);
      setShown(false);
      if (!isSeen) setText(withSeen(text, id));
    },
  };
}
