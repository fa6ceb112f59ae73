'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { MOST_PRINTED, usePrinting } from '@/components/ui/use-printing';
import type { CountBy } from '@/lib/compare/compare-by';
import type { ValueKind, ValueRow } from '@/lib/compare/count-values';
import { CountBar } from './count-bar';
import { SectionHead } from './section-head';
import { MORE_ROWS, ShowMore } from './show-more';
import type { CompareSide } from './use-compare-side';
import { useKindNote } from './use-kind-note';
import { useAtLeast, useSigned } from './use-signed';
import { useValueName } from './use-value-name';
import { valuesHref } from './value-links';

type CountSectionProps = {
  kind: ValueKind;
  by: CountBy;
  rows: readonly ValueRow[];
  /** The end of the axis. */
  end: number;
  /** Which of the sides are known whole: there is a difference only between two whole sides. */
  whole: { here: boolean; there: boolean };
  here: CompareSide;
  there: CompareSide;
};

/** How many values a folded head names. */
const NAMED = 6;

const searchOf = ({ choice }: CompareSide) => (choice.kind === 'search' ? choice.search : null);

/** The values of one kind; renders nothing if there are none. Values that both sides share are folded. */
export function CountSection({ kind, by, rows, end, whole, here, there }: CountSectionProps) {
  const mark = useTranslations('mark');
  const format = useFormatter();
  const signed = useSigned();
  const atLeast = useAtLeast();
  const nameOf = useValueName(by, rows, [here, there]);
  const note = useKindNote(here, there);
  const [isOpen, setOpen] = useState(kind !== 'same');
  const [shown, setShown] = useState(MORE_ROWS);
  const most = usePrinting() ? MOST_PRINTED : shown;
  if (rows.length === 0) return null;
  const side = kind === 'onlyThere' || kind === 'unseenHere' ? there : here;
  const folded = rows
    .slice(0, NAMED)
    .map((row) => `${nameOf(row.value)} ${format.number(row.here)}`)
    .join(mark('list'));
  const isOneSided = kind === 'onlyHere' || kind === 'onlyThere';
  return (
    <tbody className="max-[720px]:block">
      <SectionHead
        kind={kind}
        count={rows.length}
        note={isOpen ? note(kind, true) : `${folded}${rows.length > NAMED ? ' …' : ''}`}
        href={
          isOneSided
            ? valuesHref(
                searchOf(side),
                by,
                rows.map(({ value }) => value),
              )
            : null
        }
        {...(kind === 'same' && { fold: { isOpen, onFold: () => setOpen(!isOpen) } })}
      />
      {isOpen &&
        rows.slice(0, most).map((row) => {
          const href = valuesHref(searchOf(row.here > 0 ? here : there), by, [row.value]);
          const name = nameOf(row.value);
          const face = <bdi className={row.value === null ? 'text-ink-3' : ''}>{name}</bdi>;
          return (
            <tr
              key={JSON.stringify(row.value)}
              className="hover:bg-hover max-[720px]:grid max-[720px]:grid-cols-[minmax(0,1fr)_68px_68px_68px] max-[720px]:border-line max-[720px]:border-b max-[720px]:py-1.5"
            >
              <th
                scope="row"
                title={name}
                className="h-6.5 truncate border-line border-b pl-5 text-left font-normal max-[720px]:block max-[720px]:h-auto max-[720px]:border-0 max-[720px]:pl-0"
              >
                {href === null ? (
                  face
                ) : (
                  <Link href={href} prefetch={false} className="hover:text-accent hover:underline">
                    {face}
                  </Link>
                )}
              </th>
              <td className="border-line border-b px-2 max-[720px]:block max-[720px]:border-0 max-[720px]:p-0">
                <CountBar
                  count={row.here}
                  end={end}
                  text={atLeast(row.here, whole.here)}
                  none={kind === 'unseenHere' ? '?' : '–'}
                  isLeft
                />
              </td>
              <td className="border-line border-b bg-canvas text-center font-medium max-[720px]:order-3 max-[720px]:block max-[720px]:border-0 max-[720px]:bg-transparent max-[720px]:text-right">
                {whole.here && whole.there ? (
                  signed(row.here - row.there)
                ) : (
                  <span className="text-ink-3">–</span>
                )}
              </td>
              <td className="border-line border-b px-2 max-[720px]:order-2 max-[720px]:block max-[720px]:border-0 max-[720px]:p-0">
                <CountBar
                  count={row.there}
                  end={end}
                  text={atLeast(row.there, whole.there)}
                  none={kind === 'unseenThere' ? '?' : '–'}
                  isLeft={false}
                />
              </td>
            </tr>
          );
        })}
      {isOpen && (
        <ShowMore
          shown={Math.min(most, rows.length)}
          all={rows.length}
          onMore={() => setShown(shown + MORE_ROWS)}
        />
      )}
    </tbody>
  );
}
