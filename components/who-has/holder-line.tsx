'use client';

import { useTranslations } from 'next-intl';
import { StatusMark } from '@/components/eni-parts/status-mark';
import type { Eni } from '@/lib/eni/eni';
import { ownerOf } from '@/lib/eni/owner';
import { visibleText } from '@/lib/eni/visible-text';
import type { Holder } from '@/lib/search/ask/found';

type HolderLineProps = { value: string; holder: Holder; onOpen: (eni: Eni) => void };

/** One holder: the ENI, how it holds the item, on which instance, its owner and why we think so. */
export function HolderLine({ value, holder: { eni, way }, onOpen }: HolderLineProps) {
  const t = useTranslations();
  const owner = ownerOf(eni);
  const [evidence] = owner.evidence;
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 pl-6">
      <code className="font-mono text-ink text-xs">{value}</code>
      <span>{t(`whoHas.way.${way}`)}</span>
      <button
        type="button"
        onClick={() => onOpen(eni)}
        className="cursor-pointer rounded-xs text-start font-medium text-accent hover:underline"
      >
        {eni.name === null ? (
          <code className="font-mono text-xs">{eni.id}</code>
        ) : (
          <bdi>{visibleText(eni.name)}</bdi>
        )}
      </button>
      {eni.name !== null && <code className="font-mono text-ink-3 text-xs">{eni.id}</code>}
      {eni.status && <StatusMark status={eni.status} />}
      {eni.instanceId && (
        <span>
          {t('filter.instance')} <code className="font-mono text-xs">{eni.instanceId}</code>
        </span>
      )}
      <span>
        {t('filter.owner')} <b className="font-medium text-ink">{t(`owner.${owner.kind}`)}</b>
        {evidence && (
          <span className="text-ink-3">
            {' '}
            {t('whoHas.because', { field: evidence.field })}{' '}
            <code className="font-mono text-xs">{visibleText(evidence.text).slice(0, 60)}</code>
          </span>
        )}
      </span>
    </li>
  );
}
