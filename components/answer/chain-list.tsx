'use client';

import { useTranslations } from 'next-intl';
import type { Hit } from '@/lib/answer/answer';
import type { ChainStep } from '@/lib/answer/chain';
import { ChainRow } from './chain-row';
import { PodRow } from './pod-row';
import { stepFace } from './step-face';
import { usePlaceFacts } from './use-place-facts';
import { useStepWords } from './use-step-words';

/** Every step from the item asked for to its owner, with the name, the id, and what is known of each. */
export function ChainList({ chain, hit }: { chain: readonly ChainStep[]; hit: Hit }) {
  const t = useTranslations('answer');
  const facts = usePlaceFacts(hit);
  const words = useStepWords(hit, facts);
  return (
    <ol aria-label={t('chain')} className="group/chain mt-2.5">
      {chain.map((step) =>
        step.step === 'pod' ? (
          <PodRow key="pod" step={step} hit={hit} chain={chain} />
        ) : (
          <ChainRow
            key={step.step}
            label={t(`step.${step.step}`)}
            isAsked={step.isAsked}
            {...stepFace(step, words)}
          />
        ),
      )}
    </ol>
  );
}
