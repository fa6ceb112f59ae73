'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { MapSource } from './map-source';

/** After so many ms at one address the URL says so: a browser allows no URL for each key of a held arrow. */
const REST = 300;

/**
 * The address that a map stands at, as a place in the vSwitch. It is the URL's, which follows when the reader rests.
 * @param at the URL's address
 * @param onRest the reader has come to rest at an address that the URL does not say
 */
export function useMapPlace(
  source: Pick<MapSource, 'find' | 'addressAt'>,
  at: string | null,
  onRest: (at: string) => void,
) {
  const found = at === null ? null : source.find(at);
  const given = typeof found === 'number' ? found : null;
  const [place, setPlace] = useState(given);
  const written = useRef(given);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ onRest, source });
  useEffect(() => {
    latest.current = { onRest, source };
  });
  const [seen, setSeen] = useState(given);
  // A link, Back, a row of the table: another address than the one that was written from here.
  if (given !== seen) {
    setSeen(given);
    if (given !== written.current) setPlace(given);
  }
  const move = useCallback((to: number) => {
    setPlace(to);
    clearTimeout(rest.current);
    rest.current = setTimeout(() => {
      written.current = to;
      latest.current.onRest(latest.current.source.addressAt(to));
    }, REST);
  }, []);
  /** Moves to where the caller sends the URL: its coming takes nobody back who has moved on meanwhile. */
  const settle = useCallback((to: number) => {
    clearTimeout(rest.current);
    written.current = to;
    setPlace(to);
  }, []);
  useEffect(() => () => clearTimeout(rest.current), []);
  return { place, move, settle };
}
