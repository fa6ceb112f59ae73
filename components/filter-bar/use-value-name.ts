'use client';

import { useName } from '@/components/names/use-names';
import { isNameKind } from '@/lib/eni/names';
import { visibleText } from '@/lib/eni/visible-text';
import type { FilterKey } from '@/lib/search/filters';

/** The name of what a filter's value is the id of, fit to be shown; null where there is none or it is not known. */
export function useValueName(key: FilterKey, value: string): string | null {
  const name = useName(isNameKind(key) ? value : null);
  return name === null ? null : visibleText(name);
}
