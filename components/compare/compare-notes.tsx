'use client';

import { useTranslations } from 'next-intl';
import { useTermWords } from '@/components/filter-bar/term-words';
import { Icon } from '@/components/ui/icon';
import { type CompareBy, isPairBy, tagKeyOf } from '@/lib/compare/compare-by';
import type { Comparison } from '@/lib/compare/comparison';
import { COMPARE_FIELD_IDS, COMPARE_FIELDS, fieldOf } from '@/lib/compare/fields';
import { placeKey } from '@/lib/eni/place';
import { visibleText } from '@/lib/eni/visible-text';
import type { Reading } from '@/lib/search/reading/merge';
import type { CompareSide } from './use-compare-side';

type CompareNotesProps = {
  here: CompareSide;
  there: CompareSide;
  comparison: Comparison | null;
};

/** Places that are named in a note. */
const MOST_PLACES = 6;

function placesOf(scope: Reading['scope'] | null): string[] {
  const accounts = scope?.accounts ?? [];
  return accounts
    .flatMap((account) => (scope?.regions ?? []).map((region) => placeKey({ account, region })))
    .sort();
}

/** Fields without a column belong to whole ENIs and need no mention. */
const NAMED_FIELDS = COMPARE_FIELD_IDS.filter((id) => fieldOf(id).columns.length > 0);

/** What a comparison cannot tell, and why. */
export function CompareNotes({ here, there, comparison }: CompareNotesProps) {
  const t = useTranslations();
  const words = useTermWords();
  const list = (texts: string[]) => texts.join(t('mark.list'));
  const ofFile = (
    { choice, shelved, filtered, side }: CompareSide,
    other: CompareSide,
  ): (string | null)[] => {
    if (choice.kind !== 'file' || shelved?.state !== 'ready' || filtered === null) return [];
    const name = visibleText(choice.name);
    const places = placesOf(shelved.saved.provenance.scope);
    const others = placesOf(other.choice.kind === 'search' ? other.scan.reading.scope : null);
    const isElsewhere = places.length > 0 && others.length > 0 && places.join() !== others.join();
    const lacking = NAMED_FIELDS.filter((id) => side?.fields?.has(id) === false);
    return [
      isElsewhere ? t('compare.note.elsewhere', { name, places: list(places.slice(0, MOST_PLACES)) }) : null,
      shelved.saved.isTimeGuessed ? t('compare.note.fileTime', { name }) : null,
      shelved.isKept ? null : t('compare.note.notKept', { name }),
      filtered.unanswered.length > 0
        ? t('compare.note.unanswered', { name, filters: list(filtered.unanswered.map(words.sentence)) })
        : null,
      filtered.leftOut > 0 ? t('compare.note.leftOut', { name, count: filtered.leftOut }) : null,
      lacking.length > 0 && comparison !== null && isPairBy(comparison.by)
        ? t('compare.note.fields', {
            name,
            fields: list(lacking.map((id) => t(COMPARE_FIELDS[id].label as 'filter.name'))),
          })
        : null,
    ];
  };
  const ofNames = () => {
    if (comparison === null || !('paired' in comparison) || comparison.by !== 'name') return [];
    const { here: ofHere, there: ofThere } = comparison.paired.unnamed;
    return [
      t('compare.note.places'),
      ofHere + ofThere > 0 ? t('compare.unnamed', { count: ofHere + ofThere }) : null,
    ];
  };
  const notes = [...ofFile(here, there), ...ofFile(there, here), ...ofNames()].filter(
    (note) => note !== null,
  );
  if (notes.length === 0) return null;
  return (
    <ul className="flex shrink-0 flex-col gap-0.5 border-line border-b bg-canvas px-4 py-1.5 text-ink-2 text-xs max-[720px]:px-3">
      {notes.map((note) => (
        <li key={note} className="flex items-start gap-1.5">
          <span className="mt-px text-ink-3">
            <Icon name="note" size={14} />
          </span>
          {note}
        </li>
      ))}
    </ul>
  );
}

/** A file does not hold what this comparison needs. */
export function CannotCompare({ name, by }: { name: string; by: CompareBy }) {
  const t = useTranslations('compare');
  const key = tagKeyOf(by);
  const said = key === null ? t(`byOf.${by as 'eni'}`) : t('byOf.tagKey', { key });
  return (
    <p role="alert" className="px-4 py-6 text-ink-2 max-[720px]:px-3">
      {t('note.cannotBy', { name, by: said })}
    </p>
  );
}
