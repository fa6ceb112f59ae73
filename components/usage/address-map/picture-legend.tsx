'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { OWNER_KINDS } from '@/lib/eni/owner';
import type { ColourMode } from '@/lib/usage/map/colour-modes';
import type { LegendEntry } from '@/lib/usage/map/group-kinds';
import { TileSwatch } from './tile-swatch';
import type { MapPalette } from './use-palette';

function useEntryWords(mode: ColourMode) {
  const t = useTranslations('usage');
  const owners = useTranslations('owner');
  return (entry: LegendEntry): string => {
    if (entry.kind === 'state') return t(`state.${entry.state}`);
    if (entry.kind === 'none') return t('legendNone');
    if (entry.kind === 'rest') return t('legendRest', { groups: entry.groups });
    if (mode.by === 'age') return t(`age.${entry.value as '7d'}`);
    const owner = OWNER_KINDS.find((kind) => kind === entry.value);
    return mode.by === 'owner' && owner !== undefined ? owners(owner) : entry.value;
  };
}

type PictureLegendProps = { entries: readonly LegendEntry[]; mode: ColourMode; palette: MapPalette };

/** What the cells of the map mean, and how many addresses of each there are: together the size of the vSwitch. */
export function PictureLegend({ entries, mode, palette }: PictureLegendProps) {
  const t = useTranslations('usage');
  const { number } = useFormatter();
  const say = useEntryWords(mode);
  return (
    <ul aria-label={t('mapLegend')} className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
      {entries.map((entry) => (
        <li
          key={
            entry.kind === 'value' ? `= ${entry.value}` : entry.kind === 'state' ? entry.state : entry.kind
          }
          className="flex min-w-0 items-center gap-1.5"
        >
          <TileSwatch tile={entry.tile} palette={palette} />
          <bdi className="max-w-56 truncate">{say(entry)}</bdi>
          <span className="text-ink-3">{number(entry.addresses)}</span>
        </li>
      ))}
    </ul>
  );
}
