'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useCallWriter } from '@/components/commands/use-call-writer';
import { copyText } from '@/components/ui/copy-text';
import type { CopyForm } from '@/lib/export/copy-as';
import type { CommandShell } from '@/lib/export/shells';
import { toEniQueryString } from '@/lib/search/params';
import { columnDefinition, tagKeyOf } from '@/lib/search/table/columns';
import { type CollectedText, collectText } from './collect-text';
import { type CopyRows, type CopyWords, toCopySource } from './copy-source';

/** A text that was not copied automatically: the browser refused it, or its size would freeze the page. */
export type KeptText = { is: 'refused' | 'large'; form: CopyForm; shell: CommandShell } & CollectedText;

/** How copying goes. */
export type CopyOutcome =
  | { is: 'none' }
  | { is: 'writing'; form: CopyForm }
  | { is: 'copied'; form: CopyForm; bytes: number }
  | KeptText;

/** Texts of more bytes than this are copied only if the user insists. */
const MOST_AT_ONCE = 16_000_000;

/** How long, in ms, the page says that something was copied. */
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

/** Writes rows in a form and copies them to the clipboard. The last request wins. */
export function useCopyAs(rows: CopyRows) {
  const words = useCopyWords();
  const { writer } = useCallWriter();
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
    const source = toCopySource(rows, words, toEniQueryString(rows.search), {
      origin: window.location.origin,
      writer,
    });
    const collected = await collectText(copyPieces(form, source), isWanted);
    if (collected === null || !isWanted()) return;
    const { parts, bytes } = collected;
    if (bytes > MOST_AT_ONCE) return setOutcome({ is: 'large', form, shell: writer.shell, parts, bytes });
    const isCopied = await copyText(parts.join(''));
    if (!isWanted()) return;
    if (isCopied) setOutcome({ is: 'copied', form, bytes });
    // The browser refuses without focus, or if too much time has passed since the click.
    else setOutcome({ is: 'refused', form, shell: writer.shell, parts, bytes });
  };
  return { outcome, copy: (form: CopyForm) => void copy(form), dismiss: () => setOutcome({ is: 'none' }) };
}
