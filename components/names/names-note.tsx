'use client';

import { useTranslations } from 'next-intl';
import { useRefusedNames } from './use-names';

/** The actions to grant if ids are shown without names for lack of them; otherwise renders nothing. */
export function NamesNote({ account, region }: { account: string; region: string }) {
  const t = useTranslations('names');
  const actions = useRefusedNames(account, region);
  if (actions === '') return null;
  const list = actions.split(',');
  return (
    <p className="border-line border-b px-4 py-1.5 text-ink-3 text-xs">
      {t.rich('refused', {
        count: list.length,
        actions: list.join(', '),
        code: (text) => <span className="font-mono">{text}</span>,
      })}
    </p>
  );
}
