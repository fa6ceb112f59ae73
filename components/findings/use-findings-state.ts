'use client';

import { type UrlWriters, urlState } from '@/components/url-state/url-state';
import { routes } from '@/lib/queries/routes';
import { type FindingsView, parseFindings } from '@/lib/views/findings';

const url = urlState(parseFindings, routes.findings);

export type FindingsWriters = UrlWriters<FindingsView>;

/** The URL of the findings page, which is its state, and the only writers of it. */
export function useFindingsState() {
  return { ...url.useState(), ...url.writers };
}
