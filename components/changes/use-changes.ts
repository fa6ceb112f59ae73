'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Scan } from '@/components/scan/use-scan';
import { useSteps } from '@/components/scan/use-steps';
import { type Change, type ChangeKind, changesByKey, countByKind } from '@/lib/changes/change';
import { concernedBy, ofKinds } from '@/lib/changes/change-lines';
import { changeSteps } from '@/lib/changes/changes-between';
import { kindOfHash } from '@/lib/changes/changes-hash';
import { type Look, lookSteps } from '@/lib/changes/look';
import type { SavedLook } from '@/lib/changes/saved-look';
import { type Eni, eniKey } from '@/lib/eni/eni';
import type { Reading } from '@/lib/search/reading/merge';
import { useLastLook } from './use-last-look';

const NONE: readonly Change[] = [];
const NO_KINDS: ReadonlySet<ChangeKind> = new Set();

/** A file to compare with instead of the last look. */
export type ComparedFile = SavedLook & { name: string };

type Settled = { search: string; reading: Reading; generation: object | null };
type Compared = { search: string; generation: object | null; after: Look | null; changes: readonly Change[] };

/** The reading when it last came to rest; null if none of this search has yet. */
function useSettled(scan: Scan): Settled | null {
  const { key: search, reading, generation } = scan;
  const [settled, setSettled] = useState<Settled | null>(null);
  const isStill = reading.asOf !== null && scan.activity === 'none' && !scan.isRefreshing;
  if (isStill && (settled?.reading !== reading || settled.search !== search))
    setSettled({ search, reading, generation });
  return settled?.search === search ? settled : null;
}

/**
 * What changed since the last look at the search. The first reading of a search is a look; it stays the last one,
 * growing with its own scan, until the reader marks a later reading as seen.
 */
export function useChanges(scan: Scan) {
  const settled = useSettled(scan);
  const { last, isRecalled, storeIssue, setLast } = useLastLook(scan.key);
  const [choice, setChoice] = useState<{
    search: string;
    kinds: ReadonlySet<ChangeKind>;
    file: ComparedFile | null;
  }>({ search: '', kinds: NO_KINDS, file: null });
  const { kinds: chosen, file } = choice.search === scan.key ? choice : { kinds: NO_KINDS, file: null };
  const isOwn = last !== null && last.generation !== null && last.generation === settled?.generation;
  const against = file?.look ?? (isOwn ? null : (last?.look ?? null));

  const begin = useCallback(
    function* (): Generator<undefined, Compared | null, void> {
      if (settled === null) return null;
      const { search, generation, reading } = settled;
      const after = yield* lookSteps(reading);
      const changes = after && against ? yield* changeSteps(against, after) : NONE;
      return { search, generation, after, changes };
    },
    [settled, against],
  );
  const steps = useSteps(settled === null || !isRecalled ? null : begin);
  const compared = steps.value?.search === scan.key ? steps.value : null;

  // All pages of one scan are one look, however many there are.
  const { isCurrent } = steps;
  useEffect(() => {
    if (!isCurrent || !isRecalled || compared === null || compared.after === null) return;
    const isFirst = last === null;
    const grows = isOwn && last?.look.rows.length !== compared.after.rows.length;
    const ends = isOwn && compared.after.complete && last?.look.complete === false;
    if (isFirst || grows || ends) setLast({ look: compared.after, generation: compared.generation });
  }, [isCurrent, isRecalled, compared, last, isOwn, setLast]);

  // A link to one kind of change names it in its fragment, which can be read once the page is there.
  const { key } = scan;
  useEffect(() => {
    const kind = kindOfHash(window.location.hash);
    if (kind !== null) setChoice({ search: key, kinds: new Set([kind]), file: null });
  }, [key]);

  const changes = against === null ? NONE : (compared?.changes ?? NONE);
  const counts = useMemo(() => countByKind(changes), [changes]);
  const byKey = useMemo(() => changesByKey(changes), [changes]);
  const kinds = useMemo(() => new Set([...chosen].filter((kind) => counts.has(kind))), [chosen, counts]);
  const listed = useMemo(() => ofKinds(changes, kinds), [changes, kinds]);
  const concerned = useMemo(() => (kinds.size === 0 ? null : concernedBy(listed)), [kinds, listed]);
  const choose = (change: Partial<Omit<typeof choice, 'search'>>) =>
    setChoice({ search: scan.key, kinds: chosen, file, ...change });

  return {
    /** The look to compare with; null if the rows themselves are that look. */
    against,
    after: compared?.after ?? null,
    file,
    storeIssue,
    counts,
    byKey,
    /** The kinds of change that filter the rows. */
    kinds,
    /** The changes of these kinds. */
    listed,
    /** The rows that these changes concern. */
    keep: useCallback(
      (rows: readonly Eni[]): readonly Eni[] =>
        concerned === null ? rows : rows.filter((eni) => concerned.has(eniKey(eni))),
      [concerned],
    ),
    toggle: (kind: ChangeKind) =>
      choose({ kinds: kinds.has(kind) ? without(kinds, kind) : new Set([...kinds, kind]) }),
    compareWith: (next: ComparedFile | null) => choose({ file: next, kinds: NO_KINDS }),
    markSeen: () => {
      if (compared?.after) setLast({ look: compared.after, generation: compared.generation });
      choose({ kinds: NO_KINDS });
    },
  };
}

function without(kinds: ReadonlySet<ChangeKind>, kind: ChangeKind): ReadonlySet<ChangeKind> {
  return new Set([...kinds].filter((each) => each !== kind));
}

export type Changes = ReturnType<typeof useChanges>;
