'use client';

import { urlState } from '@/components/url-state/url-state';
import { routes } from '@/lib/queries/routes';
import { parseOverview } from '@/lib/views/overview';

const url = urlState(parseOverview, routes.overview);

/** The URL of the overview, which is its state, and the only writers of it. */
export function useOverviewState() {
  return { ...url.useState(), ...url.writers };
}
