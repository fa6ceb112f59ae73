'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyTextButton } from '@/components/ui/copy-text-button';
import { Icon } from '@/components/ui/icon';
import { ramPolicy } from '@/lib/export/ram-policy';
import { useImportedCidrs } from './use-imported-cidrs';

/** Issues shown before the rest is counted. */
const SHOWN = 8;

function ImportForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations('usage.import');
  const id = useId();
  const { text, issues, cidrs, setText } = useImportedCidrs();
  const [draft, setDraft] = useState(text ?? '');
  const [isKept, setIsKept] = useState(true);
  return (
    <form
      className="grid gap-2 pt-2"
      onSubmit={(event) => {
        event.preventDefault();
        setIsKept(setText(draft.trim() === '' ? null : draft));
      }}
    >
      <label htmlFor={id}>{t('label')}</label>
      <textarea
        id={id}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        rows={4}
        spellCheck={false}
        placeholder={'vSwitchId,cidrBlock\nvsw-bp1…,10.0.0.0/20'}
        className="w-full max-w-160 rounded-sm border border-field bg-surface p-2 font-mono text-mono"
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="main" size="small">
          {t('apply')}
        </Button>
        <label className="cursor-pointer text-accent text-xs underline-offset-2 focus-within:underline hover:underline">
          {t('file')}
          <input
            type="file"
            accept=".csv,.json,.txt,text/csv,application/json"
            className="sr-only"
            onChange={(event) => {
              void event.target.files?.[0]?.text().then(setDraft);
            }}
          />
        </label>
        <Button look="quiet" size="small" onClick={onDone}>
          {t('close')}
        </Button>
        {cidrs.size > 0 && <span className="text-ink-2 text-xs">{t('taken', { count: cidrs.size })}</span>}
        {!isKept && <span className="text-warn text-xs">{t('notKept')}</span>}
      </div>
      {issues.length > 0 && (
        <ul role="alert" className="text-danger text-xs">
          {issues.slice(0, SHOWN).map(({ line, value, code }) => (
            <li key={line}>
              {t('issue', { line })} {t(`code.${code}`)}{' '}
              <code className="font-mono">{value.slice(0, 80)}</code>
            </li>
          ))}
          {issues.length > SHOWN && <li>{t('more', { count: issues.length - SHOWN })}</li>}
        </ul>
      )}
    </form>
  );
}

/** The CIDRs of vSwitches may not be read: the action to grant, and another way to provide them. */
export function ObservedNotice({ action }: { action: string }) {
  const t = useTranslations('usage');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section
      aria-label={t('observedTitle')}
      className="shrink-0 border-warn-line border-b bg-warn-wash px-4 py-1.5 max-[720px]:px-3"
    >
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-warn">
          <Icon name="lock" />
        </span>
        <p className="min-w-0 flex-1 basis-80">
          <b className="font-semibold">{t('observedTitle')}.</b> {t('observedText', { action })}
        </p>
        <CopyTextButton size="small" text={ramPolicy([action])}>
          {t('copyPolicy')}
        </CopyTextButton>
        <Button size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t('import.open')}
        </Button>
      </div>
      {isOpen && <ImportForm onDone={() => setIsOpen(false)} />}
    </section>
  );
}
