'use client';

import { urlState } from '@/components/url-state/url-state';
import { routes } from '@/lib/queries/routes';
import { parseCleanup } from '@/lib/views/cleanup';

const url = urlState(parseCleanup, routes.cleanup);

/** The URL of the clean-up page, which is all of its state except what is put aside, and the only writers of it. */
export function useCleanupState() {
  return { ...url.useState(), ...url.writers };
}
