'use client';

import { useTranslations } from 'next-intl';
import type { Problem } from '@/lib/eni/problem';
import { problemWords } from './problem-words';

/** One line on a failure that the page can do without, and the action to grant if that is all it takes. */
export function ProblemLine({ problem }: { problem: Problem }) {
  const t = useTranslations('states');
  const { title, advice } = problemWords(useTranslations(), problem);
  return (
    <p role="alert" className="text-ink-2 text-xs">
      {title}
      {' · '}
      {problem.action === undefined
        ? advice
        : t.rich('grant', { action: () => <code className="font-mono">{problem.action}</code> })}
    </p>
  );
}
