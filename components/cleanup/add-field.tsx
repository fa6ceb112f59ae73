'use client';

import { useTranslations } from 'next-intl';
import { type ClipboardEvent, type FormEvent, type ReactNode, useRef, useState } from 'react';
import { CommandKeys } from '@/components/keys/key-caps';
import { useCommand } from '@/components/keys/use-command';
import { Icon } from '@/components/ui/icon';
import type { Search } from '@/lib/search/search';
import { LookUpOutcome } from './look-up-outcome';
import { useLookUp } from './use-look-up';

type AddFieldProps = {
  search: Search;
  /** The stored basket cannot be read, and is not overwritten. */
  isBlocked: boolean;
  children: ReactNode;
};

/** Puts aside what the user types or pastes: ids, addresses, a name. */
export function AddField({ search, isBlocked, children }: AddFieldProps) {
  const t = useTranslations('cleanup');
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const { state, ask, put, stop } = useLookUp(search);
  useCommand('filterBar', () => field.current?.focus());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBlocked) void ask(text).then(() => setText(''));
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text');
    // A single-line field would join the lines of a list.
    if (!/[\r\n\t]/.test(pasted)) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const line = pasted.replace(/[\r\n\t]+/g, ' ');
    setText(text.slice(0, selectionStart ?? 0) + line + text.slice(selectionEnd ?? 0));
  };
  return (
    <search
      aria-label={t('field.label')}
      className="flex shrink-0 flex-col gap-1.5 border-line bg-surface px-4 py-2.25 max-[720px]:px-3 max-[720px]:py-2"
    >
      <form onSubmit={submit} className="flex items-start gap-2">
        <div className="flex min-h-8.5 min-w-0 flex-1 items-center gap-1 rounded-md border border-field bg-surface py-1 pr-1.5 pl-2.5 has-[input:focus]:border-focus has-[input:focus]:outline-2 has-[input:focus]:outline-focus has-[input:focus]:-outline-offset-1">
          <span className="mr-0.5 text-ink-3">
            <Icon name="search" />
          </span>
          <input
            ref={field}
            type="text"
            aria-label={t('field.input')}
            placeholder={t('field.placeholder')}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="search"
            disabled={isBlocked}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onPaste={onPaste}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              if (state.is !== 'idle') stop();
              else if (text !== '') setText('');
              else field.current?.blur();
            }}
            className="h-6 min-w-0 flex-1 text-ellipsis bg-transparent px-1.5 outline-none placeholder:text-ink-3"
          />
          <span
            aria-hidden="true"
            className={`self-center pr-0.5 max-[720px]:hidden ${text === '' ? '' : 'invisible'}`}
          >
            <CommandKeys id="filterBar" />
          </span>
        </div>
        {children}
      </form>
      <LookUpOutcome state={state} onPut={(enis) => put(enis)} onClose={stop} />
    </search>
  );
}
