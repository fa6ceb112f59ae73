'use client';

import { useEffect } from 'react';
import type { Eni } from '@/lib/eni/eni';
import { NAME_KINDS } from '@/lib/eni/names';
import { eniWishes, idWishes, type NamePlaces } from './name-wishes';
import { useWantNames } from './use-names';

/** Requests the name of every id that a fully shown ENI carries. */
export function useEniNames(eni: Eni | null): void {
  const want = useWantNames();
  useEffect(() => {
    if (eni) want(eniWishes([eni], NAME_KINDS));
  }, [eni, want]);
}

/** Requests the names of ids shown without their ENI: in a chip, in a facet. */
export function useIdNames(ids: readonly string[], places: NamePlaces): void {
  const want = useWantNames();
  const { enis, scope } = places;
  const text = ids.join();
  useEffect(() => {
    if (text !== '') want(idWishes(text.split(','), { enis, scope }));
  }, [text, enis, scope, want]);
}
