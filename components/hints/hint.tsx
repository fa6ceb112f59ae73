'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Key } from '@/components/ui/key';
import type { HintId } from './hint-ids';
import { useHint } from './use-hint';

type HintProps = {
  id: HintId;
  /** There is no hint to give just now. */
  isOff?: boolean;
  /** The trigger does nothing but explain itself: each press shows the hint. */
  isWord?: boolean;
  /** The trigger, described by the element of this id while the hint is shown. */
  children: (describedBy: string | undefined) => ReactNode;
};

const WIDTH = 260;

/**
 * Explains an element when the pointer first rests on it or the keyboard focuses it, and never again once the reader
 * has dismissed the hint (its button, Escape) or used the element. It blocks nothing and is no tab stop.
 */
export function Hint({ id, isOff = false, isWord = false, children }: HintProps) {
  const t = useTranslations('hint');
  const noteId = useId();
  const around = useRef<HTMLSpanElement>(null);
  const { isShown, offer, leave, toggle, done } = useHint(id);
  const isOn = isShown && !isOff;
  const box = isOn ? around.current?.firstElementChild?.getBoundingClientRect() : undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOn) return;
    event.stopPropagation();
    done();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears of what happens to the trigger in it
    <span
      ref={around}
      className="contents"
      onPointerEnter={(event) => event.pointerType === 'mouse' && offer(false)}
      onPointerLeave={leave}
      onFocus={(event) => event.target.matches(':focus-visible') && offer(true)}
      onBlur={leave}
      onKeyDown={onKeyDown}
      onClick={isWord ? toggle : done}
    >
      {children(isOn ? noteId : undefined)}
      {isOn && box && (
        <span
          style={{
            top: box.bottom + 4,
            left: Math.max(8, Math.min(box.left, window.innerWidth - WIDTH - 8)),
            width: WIDTH,
          }}
          className="arrives fixed z-50 block whitespace-normal rounded-md border border-line-strong bg-raised p-3 text-start font-normal text-ink text-xs shadow-pop"
        >
          <span id={noteId} className="block">
            {t(id)}
          </span>
          <Button
            size="small"
            tabIndex={-1}
            className="mt-2"
            onClick={(event) => {
              event.stopPropagation();
              done();
            }}
          >
            {t('done')} <Key isHint>Esc</Key>
          </Button>
        </span>
      )}
    </span>
  );
}
