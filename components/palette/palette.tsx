'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { flushSync } from 'react-dom';
import { useSteps } from '@/components/scan/use-steps';
import { Icon } from '@/components/ui/icon';
import { readIntake } from '@/lib/search/intake/intake';
import { isWhole } from '@/lib/search/reading/coverage';
import { type EniMatch, findEnis } from './find-enis';
import type { PaletteSource } from './jump-source';
import { PaletteFoot } from './palette-foot';
import { itemKey, type PaletteItem, paletteSections } from './palette-items';
import { PaletteList } from './palette-list';
import { useOffers } from './use-offers';
import { usePaletteActions } from './use-palette-actions';

const NONE: readonly EniMatch[] = [];

/** Forms that the palette names; it does not name plain words. */
const SAID = ['ipv4', 'ipv6', 'cidr', 'mac', 'id', 'term', 'tag', 'list'] as const;

/** Whether an item is worth remembering: some are only of this moment. */
const isLasting = ({ kind }: PaletteItem) => !['holds', 'filter', 'map', 'eni'].includes(kind);

type PaletteProps = { source: PaletteSource; onClose: () => void };

/** Goes anywhere and does anything from the keyboard: takes any text, and offers its possible meanings. */
export function Palette({ source, onClose }: PaletteProps) {
  const t = useTranslations('palette');
  const listId = useId();
  const { offers, remember } = useOffers(source);
  const actionsOf = usePaletteActions(source);
  const [text, setText] = useState('');
  /** The item that the user moved to; the first until then. */
  const [moved, setMoved] = useState<string | null>(null);
  const [reading] = useMemo(() => readIntake(text), [text]);
  const readsAs = SAID.find((as) => as === reading?.as);
  // Addresses are searched in the spelling that rows use.
  const isAddress = reading?.as === 'ipv6' || reading?.as === 'mac';
  const wanted = isAddress ? (reading?.term.values[0] ?? '') : text.trim();
  // Newly arriving rows wait: the list must not jump while the user reads it.
  const enis = useDeferredValue(source.reading.enis);
  const isAsked = wanted.length > 1 && !wanted.startsWith('>');
  const begin = useMemo(() => (isAsked ? () => findEnis(wanted, enis) : null), [isAsked, wanted, enis]);
  const found = useSteps(begin);
  const matches = found.isCurrent && found.value !== null ? found.value : NONE;
  const sections = useMemo(() => paletteSections(text, matches, offers), [text, matches, offers]);
  const items = sections.flatMap((section) => section.items);
  const at = Math.max(
    0,
    items.findIndex((item) => itemKey(item) === moved),
  );
  const current = items[at];
  const second = current ? actionsOf(current).second : null;

  const choose = (item: PaletteItem | undefined, isSecond = false) => {
    if (!item) return;
    const actions = actionsOf(item);
    const run = isSecond ? actions.second?.run : actions.run;
    if (!run) return;
    if (isLasting(item)) remember(itemKey(item));
    // The palette closes first: while open it would take back the focus that the action may move.
    flushSync(onClose);
    run();
  };
  const moveTo = (to: number) => {
    const item = items[(to + items.length) % items.length];
    if (item) setMoved(itemKey(item));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isMod = event.ctrlKey || event.metaKey;
    if (event.key === 'ArrowDown') moveTo(at + 1);
    else if (event.key === 'ArrowUp') moveTo(at - 1);
    else if (event.key === 'Home' && !event.shiftKey) moveTo(0);
    else if (event.key === 'End' && !event.shiftKey) moveTo(items.length - 1);
    else if (event.key === 'Enter') choose(current, isMod);
    else return;
    event.preventDefault();
  };

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-60 flex items-start justify-center bg-scrim px-4 pt-[12dvh] pb-4 max-[720px]:px-2 max-[720px]:pt-2"
    >
      <Modal className="w-full max-w-160 overflow-hidden rounded-lg border border-line-strong bg-raised shadow-dialog">
        <Dialog aria-label={t('label')} className="flex max-h-[min(480px,76dvh)] flex-col outline-none">
          <div className="flex h-13 shrink-0 items-center gap-3 border-line border-b px-4">
            <span className="text-ink-3">
              <Icon name="search" />
            </span>
            <input
              autoFocus
              type="text"
              role="combobox"
              aria-label={t('input')}
              aria-expanded={items.length > 0}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={current ? `${listId}-${at}` : undefined}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              enterKeyHint="go"
              value={text}
              placeholder={t('placeholder')}
              onChange={(event) => {
                setText(event.target.value);
                setMoved(null);
              }}
              onKeyDown={onKeyDown}
              className="h-full min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-ink-3"
            />
            {readsAs !== undefined && (
              <span className="shrink-0 text-ink-3 text-xs max-[720px]:hidden">{t(`reads.${readsAs}`)}</span>
            )}
          </div>
          <PaletteList
            id={listId}
            sections={sections}
            active={at}
            wanted={wanted.length}
            loaded={enis.length}
            isComplete={isWhole(source.reading)}
            onHover={(item) => setMoved(itemKey(item))}
            onChoose={choose}
          />
          <PaletteFoot second={second} />
          <p role="status" className="sr-only">
            {text.trim() === '' ? '' : t('count', { count: items.length })}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
