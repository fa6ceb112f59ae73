'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useNameOf } from '@/components/names/use-names';
import { Button } from '@/components/ui/button';
import type { Eni } from '@/lib/eni/eni';
import { filterOf } from '@/lib/search/filters';
import type { FilterTerm } from '@/lib/search/search';
import { withoutValue, withValues } from '@/lib/search/terms';
import { OperatorToggle } from './operator-toggle';
import { readTyped } from './read-typed';
import { isMono, useTermWords } from './term-words';
import { ValueList } from './value-list';
import { isClosed, valueOptions } from './value-options';

export type TermEditorProps = {
  /** The filter when the editor was opened; without values it is a new one. */
  start: FilterTerm;
  enis: readonly Eni[];
  anchor: RefObject<HTMLElement | null>;
  /** Called with every change that leaves a complete filter. */
  onChange: (term: FilterTerm) => void;
  onClose: () => void;
};

/** Changes one filter. Each choice applies at once; a filter left without values stays as it was. */
export function TermEditor({ start, enis, anchor, onChange, onClose }: TermEditorProps) {
  const t = useTranslations();
  const words = useTermWords();
  const nameOf = useNameOf();
  const [term, setTerm] = useState(start);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const faultId = useId();
  const { key } = term;
  const { kind } = filterOf(key);
  const isText = kind === 'text';

  const change = (next: FilterTerm) => {
    setTerm(next);
    setFault(next.values.length === 0 && start.values.length > 0 ? t('filterBar.noValues') : null);
    if (next.values.length > 0) onChange(next);
  };
  const addTyped = () => {
    if (text.trim() === '') return onClose();
    const typed = readTyped(key, text);
    if (!typed.ok) {
      const allowed =
        typed.allowed.length > 0 ? ` ${t('filterBar.allowed', { list: typed.allowed.join(', ') })}` : '';
      return setFault(t('filterBar.invalid', { value: typed.value }) + allowed);
    }
    setText('');
    change(isText ? { ...term, values: typed.values } : withValues(term, typed.values));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    addTyped();
  };

  return (
    <Popover
      isOpen
      triggerRef={anchor}
      placement="bottom start"
      offset={6}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="w-80 max-w-[calc(100vw-24px)] rounded-md border border-line-strong bg-raised shadow-pop"
    >
      <Dialog
        aria-label={t('filterBar.edit', { label: words.label(key) })}
        className="flex max-h-[min(440px,70vh)] flex-col outline-none"
      >
        <div className="flex items-center justify-between gap-2 px-3 pt-2.5 pb-2">
          <h2 className="truncate font-semibold">{words.label(key)}</h2>
          <OperatorToggle
            negated={term.negated}
            isText={isText}
            onChange={(negated) => change({ ...term, negated })}
          />
        </div>
        {!isClosed(key) && (
          <div className="px-3 pb-2">
            <input
              autoFocus
              type="text"
              value={text}
              spellCheck={false}
              autoComplete="off"
              aria-label={t('filterBar.addValue')}
              aria-invalid={fault !== null}
              aria-describedby={faultId}
              placeholder={t('filterBar.addValue')}
              onChange={(event) => {
                setText(event.target.value);
                setFault(null);
              }}
              onKeyDown={onKeyDown}
              className={`h-control w-full rounded-sm border border-field bg-surface px-2 placeholder:font-sans placeholder:text-ink-3 focus:-outline-offset-1 ${isMono(key) ? 'font-mono text-mono' : ''}`}
            />
            <p
              id={faultId}
              aria-live="polite"
              className={`pt-1 text-xs ${fault ? 'text-danger' : 'text-ink-3'}`}
            >
              {fault ?? t(`kind.${kind}`)}
            </p>
          </div>
        )}
        <ValueList
          termKey={key}
          options={valueOptions(term, enis, text, nameOf)}
          onToggle={({ value, isChosen }) =>
            change(isChosen ? withoutValue(term, value) : withValues(term, [value]))
          }
        />
        <div className="flex justify-end border-line border-t p-2">
          <Button look="main" size="small" onClick={() => (text.trim() === '' ? onClose() : addTyped())}>
            {text.trim() === '' ? t('filterBar.done') : t('filterBar.add')}
          </Button>
        </div>
      </Dialog>
    </Popover>
  );
}
