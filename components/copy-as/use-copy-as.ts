'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { CopyForm } from '@/lib/export/copy-as';
import { columnDefinition, tagKeyOf } from '@/lib/search/columns';
import { toEniQueryString } from '@/lib/search/params';
import { type CollectedText, collectText } from './collect-text';
import { type CopyRows, type CopyWords, toCopySource } from './copy-source';

/** How copying goes. What could not be copied is kept, to be copied by hand. */
export type CopyOutcome =
  | { is: 'none' }
  | { is: 'writing'; form: CopyForm }
  | ({ is: 'copied' | 'refused'; form: CopyForm } & CollectedText);

/** How long it stays said that something was copied, in ms. */
const SAID = 8000;

function useCopyWords(): CopyWords {
  const t = useTranslations();
  return {
    column: (column) => tagKeyOf(column) ?? t(columnDefinition(column).label as 'filter.name'),
    field: (name) => t(`copyAs.field.${name}`),
    rows: (count, coverage) => t(`copyAs.rows.${coverage}`, { count }),
    noFilter: t('copyAs.noFilter'),
  };
}

/** Writes rows in a form and hands them to the clipboard. The last one asked for wins. */
export function useCopyAs(rows: CopyRows) {
  const words = useCopyWords();
  const [outcome, setOutcome] = useState<CopyOutcome>({ is: 'none' });
  const latest = useRef(0);
  useEffect(
    () => () => {
      latest.current++;
    },
    [],
  );
  useEffect(() => {
    if (outcome.is !== 'copied') return;
    const timer = setTimeout(() => setOutcome({ is: 'none' }), SAID);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (form: CopyForm) => {
    const turn = ++latest.current;
    const isWanted = () => turn === latest.current;
    setOutcome({ is: 'writing', form });
    const { copyPieces } = await import('@/lib/export/copy-as');
    const source = toCopySource(rows, words, toEniQueryString(rows.search), window.location.origin);
    const collected = await collectText(copyPieces(form, source), isWanted);
    if (collected === null || !isWanted()) return;
    let is: 'copied' | 'refused' = 'copied';
    try {
      await navigator.clipboard.writeText(collected.text);
    } catch {
      // No clipboard over plain HTTP, none without focus, none for what took too long since the click.
      is = 'refused';
    }
    // Of what is in the clipboard nothing need stay here.
    if (isWanted())
      setOutcome({ is, form, bytes: collected.bytes, text: is === 'copied' ? '' : collected.text });
  };
  return { outcome, copy: (form: CopyForm) => void copy(form), dismiss: () => setOutcome({ is: 'none' }) };
}
