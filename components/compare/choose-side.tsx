'use client';

import { useTranslations } from 'next-intl';
import { SidePicker, type SidePickerProps } from './side-picker';
import { useSideWords } from './use-side-words';

/** Nothing has been chosen yet: what there is to compare with. */
export function ChooseSide(props: SidePickerProps) {
  const t = useTranslations('compare.pick');
  const words = useSideWords(props.accounts);
  const what = words({ kind: 'search', search: props.search });
  return (
    <div className="min-h-0 flex-1 overflow-auto px-4 py-8 max-[720px]:px-3 max-[720px]:py-4">
      <section aria-labelledby="choose-side" className="mx-auto max-w-xl">
        <h2 id="choose-side" className="font-semibold text-lg">
          {t('title')}
        </h2>
        <p className="mt-1 mb-4 text-ink-2">{t('text', { what })}</p>
        <div className="rounded-md border border-line-strong bg-surface">
          <SidePicker {...props} onDone={() => {}} />
        </div>
      </section>
    </div>
  );
}
