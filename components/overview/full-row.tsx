'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { SeverityMark } from '@/components/findings/severity-mark';
import { ShortId } from '@/components/ui/short-id';
import { visibleText } from '@/lib/eni/visible-text';
import type { FilledPart } from '@/lib/overview/filled-by';
import type { FullVSwitch } from '@/lib/overview/fullest';
import { routes } from '@/lib/queries/routes';
import type { Search } from '@/lib/search/search';
import { percentOf, stepOf } from '@/lib/usage/pressure';
import { DEFAULT_USAGE_VIEW } from '@/lib/views/usage';

function Filled({ parts }: { parts: readonly FilledPart[] }) {
  const t = useTranslations();
  return parts.map(({ by, share }, at) => {
    const percent = percentOf(share);
    const known = by === 'idle' || by === 'others' || by === 'noEni';
    return (
      <span key={by}>
        {at > 0 && <span className="text-ink-3">{t('mark.comma')}</span>}
        {by === 'idle' && (
          <span
            aria-hidden="true"
            className="mr-1 inline-block size-2.25 rounded-full border-2 border-map-idle align-[-0.5px]"
          />
        )}
        {known
          ? t(`overview.by.${by}`, { percent })
          : t('overview.owned', { owner: t(`owner.${by}`), percent })}
      </span>
    );
  });
}

function Share({ share }: { share: number }) {
  const percent = percentOf(share);
  return (
    <span className="flex items-center gap-2">
      <span
        aria-hidden="true"
        className="h-1.5 flex-1 overflow-hidden rounded-full bg-sunken shadow-[inset_0_0_0_1px_var(--color-line)]"
      >
        <span
          className={`block h-full rounded-full ${stepOf(share) === 5 ? 'bg-use-5' : 'bg-use-4'}`}
          style={{ width: `${percent}%` }}
        />
      </span>
      <b className="min-w-9 text-end font-medium">{percent} %</b>
    </span>
  );
}

type FullRowProps = { row: FullVSwitch; search: Search };

const CELL =
  'h-7 border-line border-b pr-3 max-[720px]:block max-[720px]:h-5 max-[720px]:border-0 max-[720px]:p-0';

/** A vSwitch as a row, on narrow screens as two lines; it links to the vSwitch's map. */
export function FullRow({ row, search }: FullRowProps) {
  const t = useTranslations('overview');
  const severity = useTranslations('findings');
  const { number } = useFormatter();
  const { vSwitch, figures, freeBlocks, worst, filledBy } = row;
  const { account, region, id, name, zoneId, vpcName, vpcId } = vSwitch;
  const term = { key: 'vswitch', negated: false, values: [id] } as const;
  const scope = { accounts: search.accounts, regions: search.regions };
  const isMarked = worst === 'high' || worst === 'medium';
  return (
    <tr className="hover:bg-hover max-[720px]:grid max-[720px]:grid-cols-[20px_minmax(0,1fr)_132px] max-[720px]:border-line max-[720px]:border-b max-[720px]:pt-1.75 max-[720px]:pb-2">
      <td className={`${CELL} w-5 max-[720px]:row-span-2 max-[720px]:leading-5`}>
        {isMarked && (
          <span title={severity(`severity.${worst}`)}>
            <SeverityMark severity={worst} />
            <span className="sr-only">{severity(`severity.${worst}`)}</span>
          </span>
        )}
      </td>
      <th scope="row" className={`${CELL} max-w-0 truncate text-start font-medium max-[720px]:max-w-none`}>
        <Link
          href={routes.usage({
            search: { ...scope, terms: [{ ...term, values: [id] }] },
            view: DEFAULT_USAGE_VIEW,
          })}
          prefetch={false}
          title={name === null ? id : `${visibleText(name)} ${id}`}
          className="underline-offset-2 hover:underline"
        >
          {name === null ? (
            <span className="font-mono text-xs">
              <ShortId id={id} />
            </span>
          ) : (
            <bdi>{visibleText(name)}</bdi>
          )}
        </Link>
      </th>
      <td
        className={`${CELL} max-w-0 truncate text-ink-2 max-[720px]:col-start-2 max-[720px]:row-start-2 max-[720px]:max-w-none max-[720px]:text-xs`}
      >
        {account} · {zoneId ?? region}
      </td>
      <td className={`${CELL} max-w-0 truncate text-ink-2 max-[720px]:hidden`} title={vpcId ?? undefined}>
        {vpcName === null ? (
          <span className="font-mono text-xs">{vpcId === null ? '–' : <ShortId id={vpcId} />}</span>
        ) : (
          <bdi>{visibleText(vpcName)}</bdi>
        )}
      </td>
      <td className={`${CELL} max-[720px]:col-start-3 max-[720px]:row-start-1`}>
        <Share share={figures.share} />
      </td>
      <td
        className={`${CELL} text-end max-[720px]:col-start-3 max-[720px]:row-start-2 max-[720px]:pr-12 max-[720px]:text-xs`}
      >
        {figures.free === null ? '–' : number(figures.free)}
        <span className="hidden text-ink-3 max-[720px]:inline"> {t('freeWord')}</span>
      </td>
      <td
        className={`${CELL} text-end max-[720px]:col-start-3 max-[720px]:row-start-2 max-[720px]:text-xs ${freeBlocks === 0 ? 'font-medium' : ''}`}
      >
        {freeBlocks === null ? '–' : number(freeBlocks)}
        <span className="hidden font-normal text-ink-3 max-[720px]:inline"> /28</span>
      </td>
      <td
        className={`${CELL} max-w-0 truncate pr-0 pl-1 text-ink-2 max-[720px]:hidden print:whitespace-normal`}
      >
        <Filled parts={filledBy} />
      </td>
    </tr>
  );
}
