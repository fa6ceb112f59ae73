'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, startTransition, useEffect, useId, useMemo, useRef, useState } from 'react';
import { usePrinting } from '@/components/ui/use-printing';
import { type CellSize, layoutOf } from '@/lib/usage/map/layout';
import type { Selection } from '@/lib/usage/map/places';
import type { UsageView } from '@/lib/views/usage';
import { AddressCard } from './address-card';
import { CellGrid } from './cell-grid';
import { MapHeader } from './map-header';
import type { MapSource } from './map-source';
import { MiniMap } from './mini-map';
import type { Marks } from './painter';
import { PaperMap } from './paper-map';
import { PictureLegend } from './picture-legend';
import { useDismissed } from './use-dismissed';
import { useMapActions } from './use-map-actions';
import { useMapCanvas } from './use-map-canvas';
import { useMapPlace } from './use-map-place';
import { usePalette } from './use-palette';
import { useIsWhole } from './use-viewport';

export type AddressMapProps = {
  source: MapSource;
  view: UsageView;
  /** The tag keys to colour by; null if the map is coloured by state alone. */
  tagKeys: readonly string[] | null;
  onView: (change: Partial<UsageView>, options?: { replace?: boolean }) => void;
  /** Left of the buttons. */
  children?: ReactNode;
  /** Shown for the picked range. */
  renderSelection?: (selection: Selection, onClear: () => void) => ReactNode;
};

const SQUARE = 256;

/** The size of a cell at which a vSwitch is first shown: small ones whole and large, large ones legible. */
const firstCell = (size: number): CellSize => (size <= SQUARE ? 16 : 12);

/** Every address of a vSwitch, or every /80 of its /64, as a cell: to be panned, zoomed, read out, and picked from. */
export function AddressMap({ source, view, tagKeys, onView, children, renderSelection }: AddressMapProps) {
  const t = useTranslations('usage');
  const id = useId();
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  const isPrinting = usePrinting();
  const { size, picture } = source;
  const cell = view.zoom ?? firstCell(size);
  const layout = useMemo(() => layoutOf(size, cell), [size, cell]);
  const { place, move, settle } = useMapPlace(source, view.at, (at) => onView({ at }, { replace: true }));
  const [hasFocus, setHasFocus] = useState(false);
  const marks = useRef<Marks>({ cursor: null, hovered: null, selection: null });
  const control = useMapCanvas({ canvas, layout, source, palette, marks });
  const inputId = `${id}-go`;
  const actions = useMapActions({
    source,
    layout,
    control,
    surface,
    inputId,
    view,
    place,
    move,
    settle,
    onView,
  });
  const { cursor, hovered, selection } = actions;
  useEffect(() => {
    marks.current = { cursor: place, hovered, selection };
    control.repaint();
  }, [control, place, hovered, selection]);

  // The URL's address is centred at first, and after a change of zoom; otherwise the map moves as little as possible.
  const shown = useRef<{ layout: typeof layout | null; place: number | null }>({ layout: null, place: null });
  useEffect(() => {
    if (palette === null) return;
    const before = shown.current;
    shown.current = { layout, place };
    if (place === null) return;
    if (before.layout !== layout) control.centre(place);
    else if (before.place !== place) control.reveal(place);
  }, [palette, control, layout, place]);

  // The cells for screen readers are 256 sentences: they come after the first frame.
  const [hasCells, setHasCells] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => startTransition(() => setHasCells(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  const isWhole = useIsWhole(control, layout);
  const carded = useDismissed(hovered ?? (hasFocus ? place : null), selection !== null || hovered === null);
  const label = t(source.family === 4 ? 'addressGrid' : 'ipv6Grid', { cidr: source.cidr });
  return (
    <section aria-label={t('addressMap')} className="flex min-h-0 min-w-0 flex-1 flex-col gap-1.5 pb-2">
      <MapHeader
        inputId={inputId}
        source={source}
        view={view}
        tagKeys={tagKeys}
        cell={cell}
        actions={actions.buttons}
        onView={onView}
      >
        {children}
      </MapHeader>
      {isPrinting && palette !== null && <PaperMap source={source} label={label} palette={palette} />}
      <div
        className={`flex min-h-0 flex-1 gap-3 print:hidden ${layout.strips > 1 ? '' : 'flex-col gap-y-1.5'}`}
      >
        {palette !== null && !isWhole && (
          <MiniMap
            picture={picture}
            palette={palette}
            layout={layout}
            control={control}
            onGo={actions.centreOn}
          />
        )}
        <div className="relative min-h-24 min-w-0 flex-1">
          {/* biome-ignore lint/a11y/useSemanticElements: a canvas with cells that cannot be a table */}
          <div
            ref={surface}
            role="grid"
            tabIndex={0}
            aria-label={label}
            aria-rowcount={Math.ceil(size / 16)}
            aria-colcount={layout.across}
            aria-activedescendant={`${id}-${cursor}`}
            onFocus={() => {
              setHasFocus(true);
              if (place === null) move(0);
            }}
            onBlur={() => setHasFocus(false)}
            {...actions.handlers}
            className="absolute inset-0 cursor-default touch-none select-none overflow-hidden rounded-sm outline-offset-1"
          >
            <canvas ref={canvas} className="size-full font-mono" />
            <div className="sr-only">
              {hasCells && (
                <CellGrid prefix={id} square={Math.floor(cursor / SQUARE)} size={size} sayAt={source.sayAt} />
              )}
            </div>
          </div>
          {carded !== null && (
            <AddressCard facts={source.factsAt(carded)} at={carded} layout={layout} control={control} />
          )}
        </div>
      </div>
      {/* Below: above it would push the map away from under the pointer that picks. */}
      {selection !== null && renderSelection?.(selection, actions.clear)}
      {palette !== null && <PictureLegend entries={picture.legend} mode={view.colour} palette={palette} />}
      <p role="status" className="sr-only">
        {hasFocus && place !== null ? source.sayAt(place) : ''}
      </p>
    </section>
  );
}
