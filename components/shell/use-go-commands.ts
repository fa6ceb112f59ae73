'use client';

import { useRouter } from 'next/navigation';
import { useCommand } from '@/components/keys/use-command';
import type { Search } from '@/lib/search/search';
import { viewHref } from './view-hrefs';

/** The keys that lead from view to view, in the same accounts and regions. */
export function useGoCommands(scope: Pick<Search, 'accounts' | 'regions'>): void {
  const router = useRouter();
  useCommand('goEnis', () => router.push(viewHref('enis', scope)));
  useCommand('goUsage', () => router.push(viewHref('usage', scope)));
  useCommand('goFindings', () => router.push(viewHref('findings', scope)));
  useCommand('goCompare', () => router.push(viewHref('compare', scope)));
}
