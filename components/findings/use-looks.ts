'use client';

import { useEffect, useMemo } from 'react';
import { useStoredText } from '@/components/ui/use-stored-text';
import { type Eni, eniKey } from '@/lib/eni/eni';
import type { Snapshot } from '@/lib/findings/finding';

const NAME = 'eni_atlas_looks';
const MOST_LOOKS = 5;
/** How many looks of other scopes are kept, so that room remains for people's own settings. */
const MOST_OTHERS = 2;
/** Looks closer together than this say nothing new. */
const LEAST_APART = 5 * 60_000;
/** ENIs in use are kept too if there are at most this many: storage holds a few megabytes. */
const MOST_KEPT = 1500;

type Stored = { scope: string; at: number; statuses: [string, string | null][] }[];

function readLooks(text: string | null): Stored {
  try {
    const looks: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(looks) && looks.every((look) => Array.isArray(look?.statuses)) ? looks : [];
  } catch {
    return [];
  }
}

/**
 * What this browser saw of the scope before: a single look never proves that something is stuck. Each complete reading
 * is kept as a look of its own.
 */
export function useLooks(
  scope: string,
  enis: readonly Eni[],
  asOf: string | null,
  complete: boolean,
): Snapshot[] {
  const [text, setText] = useStoredText(NAME);
  const now = asOf === null ? null : Date.parse(asOf);
  useEffect(() => {
    if (!complete || now === null) return;
    const looks = readLooks(text);
    const isKnown = looks.some((look) => look.scope === scope && now - look.at < LEAST_APART);
    if (isKnown) return;
    const kept = enis.length <= MOST_KEPT ? enis : enis.filter(({ status }) => status !== 'InUse');
    const statuses = kept.map((eni): [string, string | null] => [eniKey(eni), eni.status]);
    const others = looks.filter((look) => look.scope !== scope).slice(-MOST_OTHERS);
    const own = looks.filter((look) => look.scope === scope).slice(1 - MOST_LOOKS);
    setText(JSON.stringify([...others, ...own, { scope, at: now, statuses }]));
  }, [scope, enis, now, complete, text, setText]);
  return useMemo(
    () =>
      readLooks(text)
        .filter((look) => look.scope === scope && now !== null && look.at < now)
        .map(({ at, statuses }) => ({ at, statuses: new Map(statuses) })),
    [text, scope, now],
  );
}
