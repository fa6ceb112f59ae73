'use client';

import { useTranslations } from 'next-intl';
import { useId, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { PutAside } from '@/lib/cleanup/basket';
import type { ReleaseRow } from '@/lib/cleanup/release-rows';
import { profileFlag, SHELLS, type Shell } from '@/lib/cleanup/script';
import type { Place } from '@/lib/eni/page';
import { ScriptText } from './script-text';
import type { Cleanup } from './use-cleanup';
import { useCopyScript } from './use-copy-script';
import { useScript } from './use-script';

type ScriptPaneProps = {
  place: Place;
  /** The ENIs to release, in the order of the table. */
  rows: readonly ReleaseRow[];
  items: readonly PutAside[];
  cleanup: Cleanup;
  profile: string | null;
};

/** The one script of an account and region, to be read and copied. Copying first reads everything again. */
export function ScriptPane({ place, rows, items, cleanup, profile }: ScriptPaneProps) {
  const t = useTranslations('cleanup.script');
  const id = useId();
  const [shell, setShell] = useState<Shell>('sh');
  const asOf = cleanup.reading?.asOf ?? '';
  const write = useScript({ place, profile, shell });
  const text = useMemo(() => write(rows, asOf), [write, rows, asOf]);
  const { state, copy } = useCopyScript({ rows, items, cleanup, write });
  const isProfiled = profileFlag(profile) !== null;
  return (
    <section
      aria-labelledby={id}
      className="-mx-4 mt-1 flex flex-col border-line-strong border-t px-4 pt-0.5 max-[720px]:-mx-3 max-[720px]:px-3"
    >
      <header className="flex min-h-9.5 flex-wrap items-center gap-x-2.5 gap-y-1">
        <h2 id={id} className="font-semibold text-lg">
          {t('title')}
        </h2>
        <p className="text-ink-2 text-xs">{t(`needs.${shell}`)}</p>
        <span className="ml-auto flex items-center gap-2">
          <fieldset
            aria-label={t('shell')}
            className="flex rounded-sm border border-line-strong bg-surface p-px"
          >
            {SHELLS.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === shell}
                onClick={() => setShell(each)}
                className="h-5 cursor-pointer rounded-xs px-2 text-ink-2 text-xs hover:text-ink aria-pressed:bg-sunken aria-pressed:font-medium aria-pressed:text-ink"
              >
                {t(`name.${each}`)}
              </button>
            ))}
          </fieldset>
          <Button
            look="main"
            size="small"
            disabled={rows.length === 0 || state.is === 'reading'}
            onClick={() => void copy()}
          >
            <Icon name={state.is === 'copied' ? 'check' : 'copy'} size={14} />
            {t(state.is === 'copied' ? 'copied' : state.is === 'reading' ? 'reading' : 'copy')}
          </Button>
        </span>
      </header>
      <p role="status" className={state.is === 'idle' ? '' : 'pb-1.5'}>
        {state.is === 'changed' && (
          <span className="flex items-center gap-2 rounded-sm border border-warn-line bg-warn-wash px-2.5 py-1">
            <span className="text-warn">
              <Icon name="warn" size={14} />
            </span>
            {t('changed', { count: state.count })}
          </span>
        )}
        {state.is === 'unread' && <span className="text-danger">{t('unread')}</span>}
        {state.is === 'failed' && <span className="text-danger">{t('failed')}</span>}
        {state.is === 'copied' && (
          <span className="text-ink-2 text-xs">{t('copiedSay', { count: rows.length })}</span>
        )}
      </p>
      {!isProfiled && (
        <p className="pb-1.5 text-ink-2 text-xs">{t('noProfile', { account: place.account })}</p>
      )}
      {rows.length === 0 ? (
        <p className="py-1 text-ink-2">{t('none')}</p>
      ) : (
        <ScriptText text={text} label={t('text', { shell: t(`name.${shell}`) })} />
      )}
    </section>
  );
}
