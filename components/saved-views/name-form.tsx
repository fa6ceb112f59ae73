'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cleanName, LONGEST_NAME } from '@/lib/views/saved-views';

type NameFormProps = { label: string; start: string; onName: (name: string) => void; onCancel: () => void };

/** Asks for the name of a view. */
export function NameForm({ label, start, onName, onCancel }: NameFormProps) {
  const t = useTranslations('savedViews');
  const id = useId();
  const [name, setName] = useState(start);
  const isNamed = cleanName(name) !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isNamed) onName(name);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-1.5 p-2">
      <label htmlFor={id} className="text-ink-3 text-xs">
        {label}
      </label>
      <input
        id={id}
        // biome-ignore lint/a11y/noAutofocus: the form is opened by who wants to type the name
        autoFocus
        value={name}
        maxLength={LONGEST_NAME}
        autoComplete="off"
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // Closes only the form, not everything that contains it.
          event.stopPropagation();
          onCancel();
        }}
        className="h-7 rounded-sm border border-field bg-surface px-2"
      />
      <span className="flex justify-end gap-2">
        <Button size="small" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" size="small" look="main" disabled={!isNamed}>
          {t('save')}
        </Button>
      </span>
    </form>
  );
}
