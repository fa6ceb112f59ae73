'use client';

import { useEffect, useRef, useState } from 'react';
import { keepAside } from '@/components/basket/kept-basket';
import { MOST_PUT_ASIDE } from '@/lib/cleanup/basket';
import { readAsked } from '@/lib/cleanup/look-up';
import type { Eni } from '@/lib/eni/eni';
import type { Failure } from '@/lib/eni/page';
import type { Problem } from '@/lib/eni/problem';
import { lookUp, MOST_FOUND } from '@/lib/queries/look-up';
import { problemOf } from '@/lib/queries/problem-of';
import type { Search } from '@/lib/search/search';

/**
 * The outcome of looking up the typed text.
 * - `put`: found and put aside; `missing` are ids that do not exist.
 * - `choose`: the text may mean several ENIs.
 */
export type LookUpState =
  | { is: 'idle' }
  | { is: 'looking'; text: string }
  | { is: 'put'; added: number; again: number; full: number; missing: string[] }
  | { is: 'choose'; text: string; enis: Eni[]; hasMore: boolean }
  | { is: 'none'; text: string; failures: Failure[] }
  | { is: 'failed'; text: string; problem: Problem }
  | { is: 'blocked' };

/** Looks up the typed text in the page's scope, and puts aside the ENIs that it names unambiguously. */
export function useLookUp(scope: Pick<Search, 'accounts' | 'regions'>) {
  const [state, setState] = useState<LookUpState>({ is: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const put = (enis: readonly Eni[], missing: string[] = []) => {
    const outcome = keepAside(enis);
    setState(
      outcome === null
        ? { is: 'blocked' }
        : {
            is: 'put',
            added: outcome.added,
            again: outcome.again,
            full: outcome.full + outcome.refused,
            missing,
          },
    );
  };
  const ask = async (text: string) => {
    const asked = readAsked(text);
    if (asked === null) return;
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    setState({ is: 'looking', text });
    try {
      const most = asked.isExact ? MOST_PUT_ASIDE : MOST_FOUND;
      const { enis, hasMore, failures } = await lookUp(scope, asked.terms, most, control.signal);
      const ids = new Set(enis.map(({ id }) => id));
      const [term] = asked.terms;
      const missing = term?.key === 'eni' ? term.values.filter((id) => !ids.has(id)) : [];
      if (enis.length === 0) setState({ is: 'none', text, failures });
      else if (asked.isExact || (enis.length === 1 && !hasMore)) put(enis, missing);
      else setState({ is: 'choose', text, enis, hasMore });
    } catch (error) {
      if (control.signal.aborted) return;
      const problem = problemOf(error);
      if (problem !== null) setState({ is: 'failed', text, problem });
    }
  };
  const stop = () => {
    running.current?.abort();
    setState({ is: 'idle' });
  };
  return { state, ask, put, stop };
}
