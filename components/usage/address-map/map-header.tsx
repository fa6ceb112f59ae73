'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { CELL_SIZES } from '@/lib/usage/map/layout';
import type { UsageView } from '@/lib/views/usage';
import type { GoToProblem, MapSource } from './map-source';
import { ColourSelect, GoTo, NextButton, ZoomButtons } from './map-tools';

export type MapActions = {
  freeAddress: () => void;
  freeBlock: () => void;
  marked: () => void;
  /** @returns what is wrong with the text; null when the map went there */
  goTo: (text: string) => GoToProblem | null;
  zoomBy: (steps: number) => void;
};

type MapHeaderProps = {
  inputId: string;
  source: MapSource;
  view: UsageView;
  tagKeys: readonly string[] | null;
  /** The size of a cell now, in pixels. */
  cell: number;
  actions: MapActions;
  children?: ReactNode;
  onView: (change: Partial<UsageView>, options?: { replace?: boolean }) => void;
};

/** What the map is coloured by, and where it can be taken to. */
export function MapHeader(props: MapHeaderProps) {
  const { inputId, source, view, tagKeys, cell, actions, onView, children } = props;
  const t = useTranslations('usage');
  return (
    <header className="flex min-h-8 flex-wrap items-center gap-x-1.5 gap-y-1">
      <h3 className="mr-auto font-semibold">{t(source.family === 4 ? 'addresses' : 'ipv6Blocks')}</h3>
      <span className="min-w-0 flex-1 truncate text-ink-3 text-xs max-[1640px]:hidden print:hidden">
        {t(source.family === 4 ? 'mapHint' : 'ipv6Hint')}
      </span>
      {children}
      {tagKeys !== null && (
        <ColourSelect
          mode={view.colour}
          tagKeys={tagKeys}
          onChange={(colour) => onView({ colour }, { replace: true })}
        />
      )}
      <GoTo inputId={inputId} onGo={actions.goTo} cidr={source.cidr} />
      <span className="flex flex-wrap">
        <NextButton
          letter="a"
          label={t('nextFree')}
          isNone={source.nextFree(0) === null}
          onGo={actions.freeAddress}
        />
        {source.nextFreeBlock !== null && (
          <NextButton
            letter="f"
            label={t('nextFreeBlock')}
            isNone={source.nextFreeBlock(0) === null}
            onGo={actions.freeBlock}
          />
        )}
        {source.marked.length > 0 && (
          <NextButton letter="n" label={t('nextMarked')} isNone={false} onGo={actions.marked} />
        )}
      </span>
      <ZoomButtons
        onZoom={actions.zoomBy}
        canIn={cell < (CELL_SIZES.at(-1) ?? 0)}
        canOut={cell > CELL_SIZES[0]}
      />
      <Button
        look="quiet"
        size="small-icon"
        aria-label={t(view.isMap ? 'mapShrink' : 'mapExpand')}
        onClick={() => onView({ isMap: !view.isMap })}
      >
        <Icon name={view.isMap ? 'shrink' : 'expand'} />
      </Button>
    </header>
  );
}
