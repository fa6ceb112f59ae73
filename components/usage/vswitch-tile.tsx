'use client';

import { useTranslations } from 'next-intl';
import { SeverityMark } from '@/components/findings/severity-mark';
import { shownName, visibleText } from '@/lib/eni/visible-text';
import type { VSwitch } from '@/lib/eni/vswitch';
import type { Severity } from '@/lib/findings/finding';
import type { Figures } from '@/lib/usage/figures';
import type { Measures } from '@/lib/usage/measure';
import { percentOf, stepOf } from '@/lib/usage/pressure';

/** Fill and text of each step of use, from the emptiest. */
export const USE_CLASSES = [
  'bg-use-1 text-use-1-ink',
  'bg-use-2 text-use-2-ink',
  'bg-use-3 text-use-3-ink',
  'bg-use-4 text-use-4-ink',
  'bg-use-5 text-use-5-ink',
] as const;

const UNKNOWN = 'border-field! border-dashed text-ink-2';

type VSwitchTileProps = {
  vSwitch: VSwitch;
  /** How many addresses ENIs report, if the vSwitch is not listed. */
  seen: number | null;
  figures: Figures;
  /** The measures from its ENIs, once all of the scope have been read; null before. */
  measures: Measures | null;
  /** The worst finding of the rules on it. */
  worst: Severity | null;
  isOpen: boolean;
  onOpen: (id: string) => void;
};

/** A vSwitch: the share of its addresses that is taken as a number and a fill, free /28 blocks as a bar, the worst finding. */
export function VSwitchTile({ vSwitch, seen, figures, measures, worst, isOpen, onOpen }: VSwitchTileProps) {
  const t = useTranslations('usage');
  const name = shownName(vSwitch);
  const { free } = figures;
  const share = figures.share === null ? null : percentOf(figures.share);
  const hasBlocks = measures !== null && measures.mostBlocks > 0;
  const said = [
    share !== null && free !== null
      ? t('tile', { name, cidr: vSwitch.cidrBlock ?? '', share, free })
      : seen === null
        ? t('tileUnknown', { name })
        : t('tileSeen', { name, count: seen }),
    hasBlocks && t('tileBlocks', { free: measures.freeBlocks, most: measures.mostBlocks }),
    worst !== null && t(`tileFinding.${worst}`),
  ]
    .filter(Boolean)
    .join(', ');
  const look = figures.share === null ? UNKNOWN : USE_CLASSES[stepOf(figures.share) - 1];
  return (
    <button
      type="button"
      aria-pressed={isOpen}
      data-focus-name={vSwitch.id}
      aria-label={said}
      title={said}
      onClick={() => onOpen(vSwitch.id)}
      className={`relative h-10 min-w-0 cursor-pointer rounded-xs border border-ink/9 pt-1 pl-1.5 text-start align-top text-xs leading-4 aria-pressed:outline-2 aria-pressed:outline-accent aria-pressed:outline-offset-1 ${look}`}
    >
      <span className="absolute top-1.5 left-1.5">{share ?? seen ?? '–'}</span>
      {/* Ids are not set this small: a vSwitch without a name shows its number, as do all if there is no room. */}
      {vSwitch.name !== null && (
        <bdi className="absolute top-1.5 right-4 left-8 hidden truncate group-data-named/tiles:@min-[560px]:block">
          {visibleText(vSwitch.name)}
        </bdi>
      )}
      {(worst === 'high' || worst === 'medium') && (
        <span className="absolute top-0.5 right-0.5 origin-top-right scale-75">
          <SeverityMark severity={worst} isPlain />
        </span>
      )}
      {hasBlocks && (
        <span
          aria-hidden="true"
          className="absolute inset-x-1 bottom-1 h-[3px] overflow-hidden rounded-full bg-current/24"
        >
          <span
            className="block h-full bg-current"
            style={{ width: `${(100 * measures.freeBlocks) / measures.mostBlocks}%` }}
          />
        </span>
      )}
    </button>
  );
}
