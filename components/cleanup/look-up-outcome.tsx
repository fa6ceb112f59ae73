'use client';

import { useTranslations } from 'next-intl';
import { problemWords } from '@/components/states/problem-words';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Eni } from '@/lib/eni/eni';
import { keyIn } from '@/lib/eni/place';
import { shownName } from '@/lib/eni/visible-text';
import { EniName } from './eni-name';
import type { LookUpState } from './use-look-up';

type LookUpOutcomeProps = {
  state: LookUpState;
  onPut: (enis: readonly Eni[]) => void;
  onClose: () => void;
};

/** The most ids that a sentence names. */
const NAMED = 5;

function useOutcomeWords(state: LookUpState): string {
  const t = useTranslations('cleanup.lookUp');
  const all = useTranslations();
  switch (state.is) {
    case 'idle':
      return '';
    case 'looking':
      return t('looking', { text: state.text });
    case 'put': {
      const { added, again, full, missing } = state;
      return [
        t('put', { count: added }),
        ...(again > 0 ? [t('again', { count: again })] : []),
        ...(full > 0 ? [t('full', { count: full })] : []),
        ...(missing.length > 0
          ? [t('missing', { count: missing.length, ids: missing.slice(0, NAMED).join(', ') })]
          : []),
      ].join(' ');
    }
    case 'choose':
      return t(state.hasMore ? 'chooseSome' : 'choose', { text: state.text, count: state.enis.length });
    case 'none': {
      const where = state.failures.map(({ account, region }) => `${account} / ${region}`).join(', ');
      return state.failures.length > 0
        ? t('noneIn', { text: state.text, where })
        : t('none', { text: state.text });
    }
    case 'failed':
      return t('failed', { text: state.text, problem: problemWords(all, state.problem).title });
    case 'blocked':
      return t('blocked');
  }
}

/** The outcome of looking up the typed text, and the choice where it may mean several ENIs. */
export function LookUpOutcome({ state, onPut, onClose }: LookUpOutcomeProps) {
  const t = useTranslations('cleanup');
  const said = useOutcomeWords(state);
  return (
    <>
      <div role="status" className={state.is === 'idle' ? 'sr-only' : 'flex items-center gap-2 text-ink-2'}>
        {state.is !== 'idle' && (
          <>
            <span className="min-w-0 break-words">{said}</span>
            {state.is === 'choose' && !state.hasMore && (
              <Button size="small" onClick={() => onPut(state.enis)}>
                {t('lookUp.all', { count: state.enis.length })}
              </Button>
            )}
            <Button look="quiet" size="small-icon" aria-label={t('lookUp.close')} onClick={onClose}>
              <Icon name="cross" size={12} />
            </Button>
          </>
        )}
      </div>
      {state.is === 'choose' && (
        <ul
          aria-label={t('lookUp.found')}
          className="max-h-64 overflow-y-auto rounded-md border border-line-strong bg-raised"
        >
          {state.enis.map((eni) => (
            <li
              key={keyIn(eni, eni.id)}
              className="flex items-center gap-3 border-line border-b px-2.5 py-1 last:border-b-0"
            >
              <span className="min-w-0 flex-1 truncate">
                <EniName eni={eni} />
              </span>
              <span className="font-mono text-ink-2 text-xs max-[720px]:hidden">{eni.privateIpAddress}</span>
              <span className="text-ink-2 text-xs">{eni.status}</span>
              <span className="text-ink-3 text-xs max-[720px]:hidden">
                {eni.account} / {eni.region}
              </span>
              <Button
                size="small"
                aria-label={t('lookUp.putOne', { name: shownName(eni) })}
                onClick={() => onPut([eni])}
              >
                {t('lookUp.putShort')}
              </Button>
            </li>
          ))}
          {state.hasMore && <li className="px-2.5 py-1.5 text-ink-2 text-xs">{t('lookUp.more')}</li>}
        </ul>
      )}
    </>
  );
}
