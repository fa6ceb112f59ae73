'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Eni } from '@/lib/eni/eni';
import type { VSwitch } from '@/lib/eni/vswitch';
import { nextFree, nextFreeBlock } from '@/lib/usage/blocks';
import { formatIpv4, parseIpv4 } from '@/lib/usage/ipv4';
import { tagKeysOf } from '@/lib/usage/map/colour-modes';
import {
  CELL_SIZES,
  type CellSize,
  layoutOf,
  nearestAt,
  placeOf,
  type Viewport,
} from '@/lib/usage/map/layout';
import { pictureOf } from '@/lib/usage/map/picture';
import { conflictsOf, nextOf, type Selection, selectionBetween } from '@/lib/usage/map/places';
import type { Occupancy } from '@/lib/usage/occupancy';
import type { UsageView } from '@/lib/views/usage';
import { AddressCard } from './address-card';
import { CellGrid } from './cell-grid';
import { MapHeader } from './map-header';
import { MiniMap } from './mini-map';
import { GUTTER, type Marks } from './painter';
import { PickedRange } from './picked-range';
import { PictureLegend } from './picture-legend';
import { useAddressFacts } from './use-address-facts';
import { useMapCanvas } from './use-map-canvas';
import { mapKeys } from './use-map-keys';
import { useMapPlace } from './use-map-place';
import { useMapPointer } from './use-map-pointer';
import { usePalette } from './use-palette';

export type AddressMapProps = {
  vSwitch: VSwitch;
  occupancy: Occupancy;
  /** The list that the occupancy was measured with. */
  enis: readonly Eni[];
  reservations: readonly { first: number; length: number }[];
  view: UsageView;
  /** ms since the epoch; what ages count from. */
  now: number;
  onView: (change: Partial<UsageView>, options?: { replace?: boolean }) => void;
};

const SQUARE = 256;
const NOWHERE: Viewport = { left: 0, top: 0, width: 0, height: 0 };

/** The size of a cell at which a vSwitch is first shown: small ones whole and large, large ones legible. */
const firstCell = (size: number): CellSize => (size <= SQUARE ? 16 : 12);

/** Every address of a vSwitch as a cell: to be panned, zoomed, read out, and picked from. */
export function AddressMap({ vSwitch, occupancy, enis, reservations, view, now, onView }: AddressMapProps) {
  const t = useTranslations('usage');
  const id = useId();
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  const { size, first } = occupancy;
  const cell = view.zoom ?? firstCell(size);
  const layout = useMemo(() => layoutOf(size, cell), [size, cell]);
  const picture = useMemo(
    () => pictureOf(occupancy, enis, { mode: view.colour, now, reservations }),
    [occupancy, enis, view.colour, now, reservations],
  );
  const tagKeys = useMemo(() => tagKeysOf(enis).slice(0, 40), [enis]);
  const conflicts = useMemo(() => conflictsOf(occupancy), [occupancy]);
  const { factsAt, sayAt } = useAddressFacts(occupancy, enis);
  const { place, move } = useMapPlace(occupancy, view.at, (at) => onView({ at }, { replace: true }));
  const [hovered, setHovered] = useState<number | null>(null);
  const [selection, setSelection] = useState<Selection | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const [seen, setSeen] = useState(NOWHERE);
  const anchor = useRef<number | null>(null);

  const marks: Marks = useMemo(() => ({ cursor: place, hovered, selection }), [place, hovered, selection]);
  const captionOf = useCallback(
    (square: number) => `${formatIpv4(first + square * SQUARE)}/${size < SQUARE ? occupancy.prefix : 24}`,
    [first, size, occupancy.prefix],
  );
  const rowLabelOf = useCallback((row: number) => `.${(first + row * 16) & 255}`, [first]);
  const onFrame = useCallback(
    (next: Viewport) => setSeen((old) => (JSON.stringify(old) === JSON.stringify(next) ? old : { ...next })),
    [],
  );
  const control = useMapCanvas({
    canvas,
    layout,
    picture,
    palette,
    marks,
    captionOf,
    rowLabelOf,
    onView: onFrame,
  });

  // What the URL stands at is in the middle at first, and after another zoom; then the map moves as little as it must.
  const shown = useRef<{ layout: typeof layout | null; place: number | null }>({ layout: null, place: null });
  useEffect(() => {
    if (palette === null) return;
    const before = shown.current;
    shown.current = { layout, place };
    if (place === null) return;
    if (before.layout !== layout) control.centre(place);
    else if (before.place !== place) control.reveal(place);
  }, [palette, control, layout, place]);

  const cursor = place ?? 0;
  const go = (to: number | null) => {
    if (to === null) return;
    anchor.current = null;
    setSelection(null);
    move(to);
  };
  const extend = (to: number) => {
    anchor.current ??= cursor;
    setSelection(selectionBetween(anchor.current, to));
    move(to);
  };
  const open = (at: number) => {
    const { eni } = factsAt(at);
    if (eni !== null)
      onView({ drawer: eni.id, at: formatIpv4(first + at) }, { replace: view.drawer !== null });
  };
  const zoomBy = (steps: number, at: number | null = null) => {
    const next = CELL_SIZES[CELL_SIZES.indexOf(cell) + steps];
    if (next === undefined) return;
    const middle = nearestAt(layout, seen.left + seen.width / 2, seen.top + seen.height / 2);
    onView({ zoom: next, at: formatIpv4(first + (at ?? place ?? middle)) }, { replace: true });
  };
  const rest = () => {
    // The address that a link will lead to has to be one that is seen.
    const { left, top, width, height } = control.view();
    const { x, y } = placeOf(layout, cursor);
    if (place !== null && x >= left && y >= top && x < left + width && y < top + height) return;
    move(nearestAt(layout, left + width / 2, top + height / 2));
  };
  const pointer = useMapPointer({
    element: surface,
    control,
    layout,
    onHover: setHovered,
    onPick: (at) => {
      go(at);
      open(at);
    },
    onBrush: (from, to) => {
      setSelection(selectionBetween(from, to));
      move(to);
    },
    onZoom: zoomBy,
    onMoved: rest,
  });
  const goToAddress = (address: number | null) => go(address === null ? null : address - first);
  const freeAddress = () => goToAddress(nextFree(occupancy, first + cursor + 1));
  const freeBlock = () => goToAddress(nextFreeBlock(occupancy, first + cursor + 1));
  const conflict = () => go(nextOf(conflicts, cursor));
  const onKeyDown = mapKeys({
    size,
    cursor,
    onMove: go,
    onExtend: extend,
    onOpen: () => open(cursor),
    onLeave: () => {
      if (selection === null) return false;
      setSelection(null);
      return true;
    },
    letters: {
      a: freeAddress,
      f: freeBlock,
      n: conflict,
      '/': () => document.getElementById(`${id}-go`)?.focus(),
      '+': () => zoomBy(1),
      '-': () => zoomBy(-1),
    },
  });
  const goTo = (text: string) => {
    const address = parseIpv4(text);
    if (address === null) return 'unreadable';
    if (address < first || address >= first + size) return 'outside';
    go(address - first);
    surface.current?.focus();
    return null;
  };
  const carded = hovered ?? (hasFocus ? place : null);
  const corner = carded === null ? null : placeOf(layout, carded);
  const isWhole = layout.width <= seen.width && layout.height <= seen.height;
  return (
    <section aria-label={t('addressMap')} className="flex min-h-0 min-w-0 flex-1 flex-col gap-1.5 pb-2">
      <MapHeader
        inputId={`${id}-go`}
        cidr={vSwitch.cidrBlock ?? ''}
        view={view}
        tagKeys={tagKeys}
        cell={cell}
        hasFree={occupancy.counts.free > 0}
        hasFreeBlock={nextFreeBlock(occupancy, first) !== null}
        hasConflict={conflicts.length > 0}
        actions={{ freeAddress, freeBlock, conflict, goTo, zoomBy }}
        onView={onView}
      />
      {selection !== null && (
        <PickedRange
          vSwitch={vSwitch}
          occupancy={occupancy}
          enis={enis}
          selection={selection}
          onClear={() => setSelection(null)}
        />
      )}
      <div className={`flex min-h-0 flex-1 gap-3 ${layout.strips > 1 ? '' : 'flex-col gap-y-1.5'}`}>
        {palette !== null && !isWhole && (
          <MiniMap
            picture={picture}
            palette={palette}
            layout={layout}
            view={seen}
            onGo={(at) => {
              control.centre(at);
              rest();
            }}
          />
        )}
        <div className="relative min-h-24 min-w-0 flex-1">
          {/* biome-ignore lint/a11y/useSemanticElements: a canvas with cells that cannot be a table */}
          <div
            ref={surface}
            role="grid"
            tabIndex={0}
            aria-label={t('addressGrid', { cidr: vSwitch.cidrBlock ?? '' })}
            aria-rowcount={Math.ceil(size / 16)}
            aria-colcount={layout.across}
            aria-activedescendant={`${id}-${cursor}`}
            onKeyDown={onKeyDown}
            onFocus={() => {
              setHasFocus(true);
              if (place === null) move(0);
            }}
            onBlur={() => setHasFocus(false)}
            {...pointer}
            className="absolute inset-0 cursor-default touch-none select-none overflow-hidden rounded-sm outline-offset-1"
          >
            <canvas ref={canvas} className="size-full font-mono" />
            <div className="sr-only">
              <CellGrid prefix={id} square={Math.floor(cursor / SQUARE)} size={size} sayAt={sayAt} />
            </div>
          </div>
          {carded !== null && corner !== null && (
            <AddressCard
              facts={factsAt(carded)}
              x={corner.x - seen.left + GUTTER + (corner.x - seen.left > seen.width / 2 ? -6 : cell + 6)}
              y={corner.y - seen.top + (corner.y - seen.top > seen.height / 2 ? cell : 0)}
              side={corner.x - seen.left > seen.width / 2 ? 'left' : 'right'}
              edge={corner.y - seen.top > seen.height / 2 ? 'top' : 'bottom'}
            />
          )}
        </div>
      </div>
      {palette !== null && <PictureLegend entries={picture.legend} mode={view.colour} palette={palette} />}
      <p role="status" className="sr-only">
        {hasFocus && place !== null ? sayAt(place) : ''}
      </p>
    </section>
  );
}
