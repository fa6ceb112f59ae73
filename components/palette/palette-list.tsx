'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Key } from '@/components/ui/key';
import { ItemFace } from './item-face';
import { itemKey, type PaletteItem, type Section } from './palette-items';

type PaletteListProps = {
  id: string;
  sections: readonly Section[];
  /** The position of the active item among all. */
  active: number;
  wanted: number;
  loaded: number;
  isComplete: boolean;
  onHover: (item: PaletteItem) => void;
  onChoose: (item: PaletteItem) => void;
};

/** The items, in sections; the field keeps the focus. */
export function PaletteList({
  id,
  sections,
  active,
  wanted,
  loaded,
  isComplete,
  onHover,
  onChoose,
}: PaletteListProps) {
  const t = useTranslations('palette');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[id="${id}-${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const titleOf = (section: Section['id']) =>
    section === 'enis'
      ? t(isComplete ? 'enisAll' : 'enisLoaded', { count: loaded })
      : t(`section.${section}`);
  let place = -1;
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={t('results')}
      className="min-h-0 flex-1 overflow-auto px-2 pb-2"
    >
      {sections.map((section) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, which no element is
        <div key={section.id} role="group" aria-labelledby={`${id}-${section.id}`}>
          <div id={`${id}-${section.id}`} className="px-2 pt-2.5 pb-1.5 text-ink-3 text-xs">
            {titleOf(section.id)}
          </div>
          {section.items.map((item) => {
            place += 1;
            const at = place;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
              // biome-ignore lint/a11y/useFocusableInteractive: pointed at by aria-activedescendant
              <div
                key={itemKey(item)}
                id={`${id}-${at}`}
                role="option"
                aria-selected={at === active}
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => at !== active && onHover(item)}
                onClick={() => onChoose(item)}
                className="group flex h-9 cursor-pointer items-center gap-2.5 rounded-sm px-2 aria-selected:bg-accent-wash"
              >
                <ItemFace item={item} wanted={wanted} />
                <span aria-hidden="true" className={at === active ? 'max-[720px]:hidden' : 'hidden'}>
                  <Key isHint>↵</Key>
                </span>
              </div>
            );
          })}
        </div>
      ))}
      {sections.length === 0 && <p className="px-2 py-4 text-ink-3">{t('nothing')}</p>}
    </div>
  );
}
