'use client';

import { useEffect, useState } from 'react';
import { copyText } from '@/components/ui/copy-text';
import type { PutAside } from '@/lib/cleanup/basket';
import { factsOf } from '@/lib/cleanup/facts';
import { judge, type PutAsideReading } from '@/lib/cleanup/ready';
import type { ReleaseRow } from '@/lib/cleanup/release-rows';
import type { Cleanup } from './use-cleanup';
import type { WriteScript } from './use-script';

/**
 * - `changed`: this many ENIs differ from what was shown; the page shows them now, and nothing was copied.
 * - `unread`: they could not be read again; `failed`: the browser does not let this page copy.
 */
export type CopyState =
  | { is: 'idle' | 'reading' | 'copied' | 'unread' | 'failed' }
  | { is: 'changed'; count: number };

const SAID_FOR = 4000;

/** The ENIs to be released, each with what the script compares. */
function goingBy(items: readonly PutAside[], reading: PutAsideReading): Map<string, string> {
  const wanted = judge(items, reading).ready.filter(({ isWanted }) => isWanted);
  return new Map(wanted.map(({ eni }) => [eni.id, factsOf(eni)]));
}

/** How many ENIs differ between the reviewed state and the current one. */
function differencesOf(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): number {
  const ids = new Set([...before.keys(), ...now.keys()]);
  return [...ids].filter((id) => before.get(id) !== now.get(id)).length;
}

type CopyScript = {
  rows: readonly ReleaseRow[];
  items: readonly PutAside[];
  cleanup: Cleanup;
  write: WriteScript;
};

/** Copies the script that the user read on the page, or nothing: the user must review any change first. */
export function useCopyScript({ rows, items, cleanup, write }: CopyScript) {
  const [state, setState] = useState<CopyState>({ is: 'idle' });
  useEffect(() => {
    if (state.is !== 'copied' && state.is !== 'failed') return;
    const timer = setTimeout(() => setState({ is: 'idle' }), SAID_FOR);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    const reviewed = new Map(rows.map(({ eni }) => [eni.id, factsOf(eni)]));
    setState({ is: 'reading' });
    const now = await cleanup.readAgain();
    if (now === null || now.failures.length > 0) return setState({ is: 'unread' });
    const count = differencesOf(reviewed, goingBy(items, now));
    if (count > 0) return setState({ is: 'changed', count });
    setState({ is: (await copyText(write(rows, now.asOf))) ? 'copied' : 'failed' });
  };
  return { state, copy };
}
