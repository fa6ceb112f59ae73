'use client';

import { useRouter } from 'next/navigation';
import { useCommand } from '@/components/keys/use-command';
import type { Search } from '@/lib/search/search';
import { VIEW_IDS, viewBy, viewHref } from './view-hrefs';

/** The keys that lead from view to view, in the same accounts and regions. */
export function useGoCommands(scope: Pick<Search, 'accounts' | 'regions'>): void {
  const router = useRouter();
  // The list never changes while the page lives, so each render calls the same hooks.
  // biome-ignore lint/correctness/useHookAtTopLevel: see above
  for (const id of VIEW_IDS) useCommand(viewBy(id).command, () => router.push(viewHref(id, scope)));
}
