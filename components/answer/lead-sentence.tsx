'use client';

import { useTranslations } from 'next-intl';
import { useName } from '@/components/names/use-names';
import type { Hit } from '@/lib/answer/answer';
import type { ChainStep } from '@/lib/answer/chain';
import { shownName, visibleText } from '@/lib/eni/visible-text';
import { podName } from '@/lib/pods/pod';
import { isNodeAddress } from '@/lib/pods/pods-of-eni';

type LeadSentenceProps = { value: string; hit: Hit; chain: readonly ChainStep[]; others: number };

const stepOf = <S extends ChainStep['step']>(chain: readonly ChainStep[], step: S) =>
  chain.find((each): each is ChainStep & { step: S } => each.step === step);

/** What an EIP that has ENIs may be bound to, although none of them could be read. */
const HAS_ENI = ['EcsInstance', 'NetworkInterface'];

/** The answer in one sentence, as one would say it. */
export function LeadSentence({ value, hit, chain, others }: LeadSentenceProps) {
  const t = useTranslations('answer.lead');
  const { way, eni, eip } = hit;
  const instance = stepOf(chain, 'instance');
  const instanceName = useName(instance?.id ?? null);
  const className = 'mt-1 max-w-190 text-pretty text-ink-2';
  if (eni === null)
    return (
      <p className={className}>
        {eip?.instanceId
          ? t(HAS_ENI.includes(eip.instanceType ?? '') ? 'instanceOnly' : 'service', {
              holder: eip.instanceId,
            })
          : t('nothing')}
        {t('end')}
      </p>
    );
  const address = stepOf(chain, 'address');
  const ofPod = stepOf(chain, 'pod')?.there[0];
  const pod =
    ofPod && !ofPod.pod.hostNetwork && address && !isNodeAddress(eni, address.address) ? ofPod : null;
  const name = shownName(eni);
  const says = () => {
    switch (way) {
      case 'eip':
        return t('eip', { address: address?.address ?? value, as: address?.as ?? 'primary', eni: name });
      case 'allocation':
        return t('allocation', { eip: stepOf(chain, 'eip')?.ip ?? '–', eni: name });
      case 'prefix':
        return t('prefix', { prefix: address?.prefix ?? '–', eni: name });
      case 'instance':
      case 'instanceName':
        return t('instance', { count: others + 1 });
      case 'vswitch':
      case 'vpc':
      case 'sg':
      case 'rg':
        return t('group', { eni: name });
      default:
        return t(way, { eni: name });
    }
  };
  const isOfInstance = way === 'instance' || way === 'instanceName';
  return (
    <p className={className}>
      {says()}
      {instance && !isOfInstance && t('on', { instance: visibleText(instanceName ?? instance.id) })}
      {pod && t('pod', { pod: podName(pod.pod) })}
      {t('end')}
    </p>
  );
}
