'use client';

import { useCallback, useEffect, useState } from 'react';
import { serverNow } from '@/lib/clock/server-clock';
import { type Me, meSchema } from '@/lib/eni/me';
import { fetchJson } from '@/lib/queries/fetch-json';
import { problemOf } from '@/lib/queries/problem-of';
import { routes } from '@/lib/queries/routes';
import { SIGNED_OUT } from '@/lib/queries/signed-out';

/** How long before its end, in ms, a session is announced as ending. */
const WARNED = 5 * 60_000;

type Ends = Pick<Me, 'endsAt' | 'idleEndsAt'>;
const soonest = ({ endsAt, idleEndsAt }: Ends) => Math.min(endsAt, idleEndsAt ?? endsAt);

export type SessionEnd = {
  /** `over`: the dashboard has said so. */
  state: 'lasts' | 'ending' | 'over';
  at: number;
  /** The session ends because it is idle, so using it is enough to keep it. */
  isIdle: boolean;
  /** Asks the dashboard again when the session ends. */
  ask: () => Promise<void>;
};

/**
 * When the session ends. The hook asks the dashboard shortly before: meanwhile another tab may have used the session,
 * or a sign-in may have started a new one.
 */
export function useSessionEnd(me: Ends): SessionEnd {
  const [ends, setEnds] = useState<Ends>(me);
  const [state, setState] = useState<SessionEnd['state']>('lasts');
  const at = soonest(ends);

  const ask = useCallback(async () => {
    try {
      const now = await fetchJson(meSchema, routes.api.me());
      setEnds(now);
      setState(soonest(now) - serverNow() > WARNED ? 'lasts' : 'ending');
    } catch (error) {
      if (problemOf(error)?.code === 'signed_out') setState('over');
    }
  }, []);

  useEffect(() => {
    if (state === 'over') return;
    const from = state === 'lasts' ? at - WARNED : at;
    const timer = setTimeout(() => void ask(), Math.max(1_000, from - serverNow() + 500));
    return () => clearTimeout(timer);
  }, [at, state, ask]);

  useEffect(() => {
    const over = () => setState('over');
    window.addEventListener(SIGNED_OUT, over);
    return () => window.removeEventListener(SIGNED_OUT, over);
  }, []);

  return { state, at, isIdle: ends.idleEndsAt !== null && ends.idleEndsAt < ends.endsAt, ask };
}
