'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { eniWishes } from '@/components/names/name-wishes';
import { useWantNames } from '@/components/names/use-names';
import { MOST_PRINTED, usePrinting } from '@/components/ui/use-printing';
import type { CompareField } from '@/lib/compare/fields';
import type { EniRow, Paired, PairKind } from '@/lib/compare/pair-enis';
import { FieldChips } from './field-chips';
import { PairRows } from './pair-rows';
import { SectionHead } from './section-head';
import { FIRST_ROWS, MORE_ROWS, ShowMore } from './show-more';
import type { CompareSide } from './use-compare-side';
import { useKindNote } from './use-kind-note';
import { enisHref } from './value-links';

type PairSectionProps = {
  kind: PairKind;
  rows: readonly EniRow[];
  paired: Paired;
  here: CompareSide;
  there: CompareSide;
};

const searchOf = ({ choice }: CompareSide) => (choice.kind === 'search' ? choice.search : null);

/** The rows of one kind, a few at first; renders nothing if there are none. Equal rows are folded. */
export function PairSection({ kind, rows, paired, here, there }: PairSectionProps) {
  const t = useTranslations();
  const want = useWantNames();
  const kindNote = useKindNote(here, there);
  const [isOpen, setOpen] = useState(kind !== 'same');
  const [shown, setShown] = useState(FIRST_ROWS);
  const [field, setField] = useState<CompareField | null>(null);
  const isPrinting = usePrinting();
  const most = isPrinting ? MOST_PRINTED : shown;
  const kept = useMemo(
    () => (field === null ? rows : rows.filter(({ fields }) => fields.includes(field))),
    [rows, field],
  );
  const visible = useMemo(() => (isOpen ? kept.slice(0, most) : []), [isOpen, kept, most]);
  useEffect(() => {
    if (visible.length > 0 && !isPrinting)
      want(
        eniWishes(
          visible.flatMap((row) => [...row.here, ...row.there]),
          ['vpc', 'vswitch', 'instance', 'sg'],
        ),
      );
  }, [visible, want, isPrinting]);
  if (rows.length === 0) return null;
  const top = paired.topOwners[kind];
  const owner =
    top && top.kind !== 'unknown'
      ? t('compare.belong', {
          count: top.count,
          owner: t(`owner.${top.kind}`),
        })
      : null;
  const side = kind === 'onlyThere' ? there : here;
  const isOneSided = kind === 'onlyHere' || kind === 'onlyThere';
  const ids = () => rows.flatMap((row) => [...row.here, ...row.there].map(({ id }) => id));
  return (
    <tbody className="max-[720px]:block">
      <SectionHead
        kind={kind}
        count={rows.length}
        note={owner ?? kindNote(kind, false)}
        href={isOneSided && rows.length <= 1000 ? enisHref(searchOf(side), ids()) : null}
        {...(kind === 'same' && { fold: { isOpen, onFold: () => setOpen(!isOpen) } })}
      >
        {kind === 'different' && (
          <FieldChips
            counts={paired.fieldCounts}
            chosen={field}
            onChoose={(next) => {
              setField(next);
              setShown(next === null ? FIRST_ROWS : MORE_ROWS);
            }}
          />
        )}
      </SectionHead>
      {visible.map((row) => (
        <PairRows key={row.key} row={row} here={here} there={there} />
      ))}
      {isOpen && (
        <ShowMore shown={visible.length} all={kept.length} onMore={() => setShown(shown + MORE_ROWS)} />
      )}
    </tbody>
  );
}
