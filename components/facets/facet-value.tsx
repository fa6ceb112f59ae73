'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { KeyboardEvent, MouseEvent } from 'react';
import { StatusMark } from '@/components/eni-parts/status-mark';
import { Icon } from '@/components/ui/icon';
import { shortenMiddle } from '@/components/ui/shorten-middle';
import { TailedText } from '@/components/ui/tailed-text';
import { useMedia } from '@/components/ui/use-media';
import { type FacetId, type FacetMark, isAskable } from '@/lib/search/facets/facets';
import type { FacetLine } from '@/lib/search/facets/lines';
import { areIds, useFacetWords } from './facet-words';

type FacetValueProps = {
  facet: FacetId;
  line: FacetLine;
  /** Its share of the counted rows, 0 to 1. */
  share: number;
  name: string | null;
  /** Another shown value has the same name. */
  isNamesake: boolean;
  /** The one value of its facet that Tab stops at. */
  isStop: boolean;
  onMark: (mark: FacetMark) => void;
  /** For a tag key: counts its values. */
  onValues: (() => void) | null;
  areValuesShown: boolean;
};

const LOOKS = {
  included: { bar: 'bg-accent-wash', text: 'text-accent', count: 'text-accent' },
  excluded: { bar: 'bg-negate-wash', text: 'text-negate line-through', count: 'text-ink-2' },
  none: { bar: 'bg-ink/7', text: 'text-ink', count: 'text-ink-2' },
} as const;

/** Room for a name, in px: in the rail, and over the table if there is no rail; and the room that an id's end takes. */
const ROOM = { rail: 108, sheet: 200 };
const NAMESAKE = 42;

const SIDE_BUTTON =
  'pointer-events-auto h-6 w-6 shrink-0 cursor-pointer items-center justify-center rounded-xs text-ink-3 hover:bg-sunken hover:text-ink';

/** A value with its count: a click includes it; the button beside it, Alt with a click, or Alt with Enter excludes. */
export function FacetValue({
  facet,
  line,
  share,
  name,
  isNamesake,
  isStop,
  onMark,
  onValues,
  areValuesShown,
}: FacetValueProps) {
  const t = useTranslations('facets');
  const format = useFormatter();
  const words = useFacetWords();
  const { text, count, mark } = line;
  const room = useMedia('(width < 1180px)') ? ROOM.sheet : ROOM.rail;
  const value = words.value(facet, text);
  const look = LOOKS[mark ?? 'none'];
  const title = name === null ? value : `${name} ${value}`;
  const canAsk = isAskable(facet, text);
  const onClick = (event: MouseEvent) => onMark(event.altKey ? 'excluded' : 'included');
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    onMark('excluded');
  };
  const state = t(`state.${mark ?? 'none'}`);
  return (
    <li className="group/value relative isolate flex h-6 items-center hover:bg-hover">
      <span
        aria-hidden="true"
        className={`-z-10 absolute inset-y-0.5 left-2.5 rounded-xs ${look.bar}`}
        style={{
          width: `calc((100% - 16px) * ${(mark === 'included' ? Math.max(share, 0.02) : share).toFixed(4)})`,
        }}
      />
      {canAsk && (
        // biome-ignore lint/a11y/useSemanticElements: a box that has a third state, excluded, told in its name
        <button
          type="button"
          role="checkbox"
          data-facet-value
          aria-checked={mark === 'included'}
          aria-label={count === null ? `${title}, ${state}` : t('valueLabel', { value: title, count, state })}
          title={title}
          tabIndex={isStop ? 0 : -1}
          onClick={onClick}
          onKeyDown={onKeyDown}
          className="absolute inset-0 cursor-pointer rounded-xs -outline-offset-2"
        />
      )}
      <span className="pointer-events-none relative flex min-w-0 flex-1 items-center gap-1 pr-3 pl-4">
        <span
          aria-hidden={canAsk}
          className={`flex min-w-0 flex-1 items-center ${mark === null && count === 0 ? 'text-ink-3' : look.text}`}
        >
          {facet === 'status' && mark === null ? (
            <StatusMark status={text} />
          ) : areIds(facet) && name === null ? (
            <span className="truncate font-mono text-xs">{shortenMiddle(value)}</span>
          ) : (
            <>
              <TailedText text={name ?? value} room={room - (isNamesake ? NAMESAKE : 0)} title={title} />
              {isNamesake && (
                <span className="ml-1.5 shrink-0 font-mono text-ink-3 text-xs">…{value.slice(-4)}</span>
              )}
            </>
          )}
        </span>
        {canAsk && (
          <button
            type="button"
            data-facet-aside
            tabIndex={-1}
            aria-label={t(mark === 'excluded' ? 'excludeNoMore' : 'exclude', { value: title })}
            title={t(mark === 'excluded' ? 'excludeNoMore' : 'exclude', { value: title })}
            onClick={() => onMark('excluded')}
            className={`${SIDE_BUTTON} hidden group-focus-within/value:inline-flex group-hover/value:inline-flex pointer-coarse:inline-flex`}
          >
            <Icon name="minus" size={12} />
          </button>
        )}
        <span aria-hidden={canAsk} className={`shrink-0 text-xs ${look.count}`}>
          {count === null ? '' : format.number(count)}
        </span>
        {onValues && (
          <button
            type="button"
            data-facet-aside
            tabIndex={-1}
            aria-expanded={areValuesShown}
            aria-label={t('valuesOf', { key: value })}
            title={t('valuesOf', { key: value })}
            onClick={onValues}
            className={`${SIDE_BUTTON} -mr-1.5 inline-flex`}
          >
            <Icon name={areValuesShown ? 'down' : 'right'} size={12} />
          </button>
        )}
      </span>
    </li>
  );
}
