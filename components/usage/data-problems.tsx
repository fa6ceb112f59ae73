'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { DataProblem } from '@/lib/usage/problems';

const SHOWN = 50;

/** Data that cannot be drawn or contradict themselves: kept apart from risk, and never drawn as a wrong cell. */
export function DataProblems({ problems }: { problems: readonly DataProblem[] }) {
  const t = useTranslations('usage');
  if (problems.length === 0) return null;
  return (
    <details className="mx-5 mt-2 shrink-0 text-ink-2 text-xs max-[720px]:mx-3">
      <summary className="flex w-fit cursor-pointer items-center gap-1.5">
        <Icon name="note" size={14} />
        {t('problems', { count: problems.length })}
      </summary>
      <ul className="max-h-32 overflow-auto py-1 pl-5">
        {problems.slice(0, SHOWN).map(({ code, eniId, otherEniId, value }) => (
          <li key={`${code} ${eniId} ${otherEniId} ${value}`}>
            {t(`problem.${code}`)}{' '}
            <code className="font-mono">{[value, eniId, otherEniId].filter(Boolean).join(' ')}</code>
          </li>
        ))}
        {problems.length > SHOWN && <li>{t('problemsMore', { count: problems.length - SHOWN })}</li>}
      </ul>
    </details>
  );
}
