'use client';

import { useTranslations } from 'next-intl';
import { usePodAge } from '@/components/pods/use-pod-age';
import { ClockTime } from '@/components/ui/clock-time';
import type { Hit } from '@/lib/answer/answer';
import type { ChainStep } from '@/lib/answer/chain';
import { podName } from '@/lib/pods/pod';
import { isNodeAddress } from '@/lib/pods/pods-of-eni';
import { useAnswerActions } from './answer-context';
import { ChainRow } from './chain-row';

type PodRowProps = { step: ChainStep & { step: 'pod' }; hit: Hit; chain: readonly ChainStep[] };

/** The pod at an address, which no cloud tag names: from kubectl output that people gave, or the way to give it. */
export function PodRow({ step, hit, chain }: PodRowProps) {
  const t = useTranslations('pods');
  const label = useTranslations('answer.step')('pod');
  const ageOf = usePodAge();
  const { onPods } = useAnswerActions();
  const { there, hasLists } = step;
  const [first] = there;
  const row = { label, isAsked: false, isExternal: true, id: null, copies: null };
  const offer = (
    <button
      type="button"
      onClick={onPods}
      className="min-h-6 min-w-6 cursor-pointer truncate rounded-xs text-start font-normal text-accent hover:underline"
    >
      {t('offer')}
    </button>
  );
  if (!first) return <ChainRow {...row} name={offer} facts={hasLists ? t('noneAt') : null} />;
  const address = chain.find((each) => each.step === 'address')?.address;
  const isShared =
    first.pod.hostNetwork || (hit.eni !== null && address !== undefined && isNodeAddress(hit.eni, address));
  const source = t.rich('source', {
    cluster: first.cluster,
    time: () => <ClockTime moment={first.takenAt} />,
    age: ageOf(first.takenAt),
  });
  if (isShared)
    return <ChainRow {...row} name={<span>{t('shares', { count: there.length })}</span>} facts={source} />;
  const name = podName(first.pod);
  return (
    <ChainRow
      {...row}
      name={
        <span className="truncate" title={name}>
          {first.pod.name}
        </span>
      }
      id={null}
      copies={name}
      facts={
        <>
          {first.pod.namespace !== null && <span className="text-ink">{first.pod.namespace},</span>}
          {first.pod.ended && <span className="text-warn">{t('ended')},</span>}
          <span>{source}</span>
          {there.length > 1 && <span>{t('others', { count: there.length - 1 })}</span>}
        </>
      }
    />
  );
}
