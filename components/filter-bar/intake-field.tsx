'use client';

import { useTranslations } from 'next-intl';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useId,
  useMemo,
  useState,
} from 'react';
import { CommandKeys } from '@/components/keys/key-caps';
import { useNameOf } from '@/components/names/use-names';
import { openPods } from '@/components/pods/open-pods';
import { usePods } from '@/components/pods/use-pods';
import { useSteps } from '@/components/scan/use-steps';
import { serverNow } from '@/lib/clock/server-clock';
import type { Eni } from '@/lib/eni/eni';
import { looksLikePods } from '@/lib/pods/looks-like-pods';
import type { FilterKey } from '@/lib/search/filters';
import type { Beside } from '@/lib/search/intake/beside';
import { besideOf } from '@/lib/search/intake/intake';
import { oneLine } from '@/lib/search/intake/plain-text';
import type { FilterTerm } from '@/lib/search/search';
import { IntakeList } from './intake-list';
import { type IntakeOption, intakeOptions, intakeSteps } from './intake-options';
import { podOptions } from './pod-options';
import { useTermWords } from './term-words';

type IntakeFieldProps = {
  field: RefObject<HTMLInputElement | null>;
  enis: readonly Eni[];
  placeholder: string;
  /** `beside` is the text of a pasted list beside the values; null if it is no list. */
  onTerm: (term: FilterTerm, beside: readonly Beside[] | null) => void;
  onStart: (key: FilterKey) => void;
  onLeaveLeft: () => void;
};

/** Takes any text, says how it reads it, and turns it into filters: a combo box that keeps the text free. */
export function IntakeField({ field, enis, placeholder, onTerm, onStart, onLeaveLeft }: IntakeFieldProps) {
  const t = useTranslations('filterBar');
  const words = useTermWords();
  const nameOf = useNameOf();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const listId = useId();
  const [at] = useState(() => serverNow());
  const begin = useCallback(
    () => intakeSteps(text, enis, words.label, at, nameOf),
    [text, enis, words, at, nameOf],
  );
  // Searching the rows must not hold back the typing: options that need no rows are shown at once.
  const { value: full } = useSteps(isOpen && text.trim() !== '' ? begin : null);
  const atOnce = useMemo(() => intakeOptions(text, words.label), [text, words]);
  const book = usePods();
  const named = useMemo(() => podOptions(text, book), [text, book]);
  const known = full?.text === text ? full.options : atOnce;
  // Pods come after the likeliest reading, which Enter takes.
  const options = named.length === 0 ? known : [...known.slice(0, 1), ...named, ...known.slice(1)];
  const isShown = isOpen && options.length > 0;

  const type = (next: string) => {
    setText(next);
    setActive(0);
    setOpen(next.trim() !== '');
  };
  const choose = (option: IntakeOption | undefined) => {
    if (!option) return;
    // Values that do not fit into one search stay in the field, so that nothing is lost.
    type(option.section === 'readsAs' ? (option.reading.paste?.rest.join(' ') ?? '') : '');
    setOpen(false);
    if (option.section === 'startFilter') onStart(option.key);
    else if (option.section === 'phrase') for (const term of option.terms) onTerm(term, null);
    else onTerm(option.term, option.section === 'readsAs' ? besideOf(option.reading) : null);
  };
  const step = (by: number) => {
    if (isShown) setActive((active + by + options.length) % options.length);
    else setOpen(true);
  };
  const stepBack = () => {
    if (isShown) setOpen(false);
    else if (text === '') field.current?.blur();
    else type('');
  };
  const apply = () => {
    if (isShown) choose(options[active]);
    else if (text.trim() !== '') choose(atOnce[0]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    const isAtStart = selectionStart === 0 && selectionEnd === 0;
    if (isAtStart && (event.key === 'ArrowLeft' || (event.key === 'Backspace' && text === ''))) {
      event.preventDefault();
      onLeaveLeft();
    }
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter') apply();
    else if (event.key === 'Escape') stepBack();
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text');
    if (looksLikePods(pasted)) {
      event.preventDefault();
      openPods({ text: pasted, takenAt: null });
      return;
    }
    // A single-line field would join the lines of a list.
    if (!/[\r\n\t]/.test(pasted)) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    type(text.slice(0, selectionStart ?? 0) + oneLine(pasted) + text.slice(selectionEnd ?? 0));
  };

  return (
    <>
      {/* The key hint stays beside the field when chips fill the line. */}
      <span className="flex min-w-40 flex-1 items-center">
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={t('input')}
          aria-expanded={isShown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isShown ? `${listId}-${active}` : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          value={text}
          placeholder={placeholder}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => setOpen(false)}
          className="h-6 min-w-0 flex-1 text-ellipsis bg-transparent px-1.5 outline-none placeholder:text-ink-3"
        />
        <span
          aria-hidden="true"
          className={`self-center pr-0.5 max-[720px]:hidden ${text === '' ? '' : 'invisible'}`}
        >
          <CommandKeys id="filterBar" />
        </span>
      </span>
      <IntakeList
        id={listId}
        options={isShown ? options : []}
        active={active}
        onHover={setActive}
        onChoose={choose}
      />
    </>
  );
}
