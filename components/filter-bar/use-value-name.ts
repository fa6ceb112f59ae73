'use client';

import { useName } from '@/components/names/use-names';
import { isNameKind } from '@/lib/eni/names';
import { visibleText } from '@/lib/eni/visible-text';
import type { FilterKey } from '@/lib/search/filters';

/** The name of the resource whose id is a filter's value, fit to be shown; null if there is none or it is unknown. */
export function useValueName(key: FilterKey, value: string): string | null {
  const name = useName(isNameKind(key) ? value : null);
  return name === null ? null : visibleText(name);
}
