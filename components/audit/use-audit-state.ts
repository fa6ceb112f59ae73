'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { type AuditSearch, parseAuditSearch, toAuditQuery } from '@/lib/audit/audit-search';

/** The open record is a part of the URL, as its `seq`. */
const OPEN = 'seq';

/** What the audit page shows: its filters, and the record that is open. */
export type AuditState = { search: AuditSearch; seq: number | null };

function parse(params: URLSearchParams): AuditState {
  const { search } = parseAuditSearch(params, [OPEN]);
  const seq = Number(params.get(OPEN));
  return { search, seq: Number.isSafeInteger(seq) && seq > 0 ? seq : null };
}

function write({ search, seq }: AuditState): void {
  const query = [toAuditQuery(search), seq === null ? '' : `${OPEN}=${seq}`].filter(Boolean).join('&');
  window.history.pushState(null, '', query === '' ? '/audit' : `/audit?${query}`);
}

/** The URL of the audit page, which is its state, and the only writers of it. */
export function useAuditState() {
  const text = useSearchParams().toString();
  const state = useMemo(() => parse(new URLSearchParams(text)), [text]);
  const now = () => parse(new URLSearchParams(window.location.search));
  return {
    ...state,
    /** Sets filters and removes those that are undefined; changing the list closes the open record. */
    setSearch: (change: { [K in keyof AuditSearch]?: AuditSearch[K] | undefined }) => {
      const search = Object.fromEntries(
        Object.entries({ ...now().search, ...change }).filter(([, value]) => value !== undefined),
      );
      write({ search: { day: null, ...search }, seq: null });
    },
    setSeq: (seq: number | null) => write({ ...now(), seq }),
  };
}
