'use client';

import { useTranslations } from 'next-intl';
import { ProblemFacts } from '@/components/states/problem-facts';
import { problemWords } from '@/components/states/problem-words';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useSizeWords } from '@/components/ui/use-size-words';
import { SummaryNotes } from './summary-notes';
import type { ExportState } from './use-export';

type ExportOutcomeProps = {
  state: Exclude<ExportState, { phase: 'choosing' | 'running' }>;
  onAgain: () => void;
  onKeep: () => void;
  onBack: () => void;
  onClose: () => void;
};

type Said = { isGood: boolean; title: string; advice: string };

function useSaid(state: ExportOutcomeProps['state']): Said {
  const t = useTranslations();
  const size = useSizeWords();
  if (state.phase === 'failed') {
    return { isGood: false, ...problemWords(t, state.problem) };
  }
  const { arrival } = state;
  if (arrival.isWhole) {
    const { complete, rows } = arrival.summary;
    const title = complete ? t('export.saved') : t('export.savedIncomplete');
    return {
      isGood: complete,
      title,
      advice: t('export.savedFacts', { count: rows, size: size(arrival.bytes) }),
    };
  }
  const title =
    arrival.rows === null
      ? t('export.cutAfterBytes', { size: size(arrival.bytes) })
      : t('export.cutAfterRows', { count: arrival.rows });
  const isKept = state.phase === 'cut' && state.isKept;
  return { isGood: false, title, advice: isKept ? t('export.kept') : t('export.cutAdvice') };
}

/** The outcome of an export, and what the user can do about it. */
export function ExportOutcome({ state, onAgain, onKeep, onBack, onClose }: ExportOutcomeProps) {
  const t = useTranslations('export');
  const { isGood, title, advice } = useSaid(state);
  const canKeep = state.phase === 'cut' && state.arrival.file !== null && !state.isKept;
  const names =
    state.phase === 'saved'
      ? [state.arrival.name, ...(state.arrival.beside ? [state.arrival.beside.name] : [])]
      : [];
  return (
    <div>
      <div role={isGood ? 'status' : 'alert'} className="flex gap-2">
        <span className={isGood ? 'text-ok' : state.phase === 'failed' ? 'text-danger' : 'text-warn'}>
          <Icon name={isGood ? 'check' : 'warn'} />
        </span>
        <div className="min-w-0">
          <p className="font-medium">{title}</p>
          <p className="text-ink-2">{advice}</p>
          {names.map((name) => (
            <p key={name} className="mt-1 break-all font-mono text-ink-3 text-xs">
              {name}
            </p>
          ))}
        </div>
      </div>
      {state.phase === 'saved' && <SummaryNotes summary={state.arrival.summary} />}
      {state.phase === 'failed' && (
        <div className="mt-3">
          <ProblemFacts problem={state.problem} />
        </div>
      )}
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onBack}>
          {t('back')}
        </Button>
        {canKeep && <Button onClick={onKeep}>{t('keep')}</Button>}
        {!isGood && <Button onClick={onAgain}>{t('again')}</Button>}
        <Button look="main" autoFocus onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </div>
  );
}
