'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
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
  /** The place to write to the URL when the reader rests; null if the URL already has it. */
  const coming = useRef<{ to: number; timer: ReturnType<typeof setTimeout> } | null>(null);
  const latest = useRef({ onRest, source });
  useLayoutEffect(() => {
    latest.current = { onRest, source };
  });
  const [seen, setSeen] = useState(given);
  // From a link, Back, or a row of the table: an address other than the last one written from here.
  if (given !== seen) {
    setSeen(given);
    if (given !== written.current) setPlace(given);
  }
  const drop = useCallback(() => {
    clearTimeout(coming.current?.timer);
    coming.current = null;
  }, []);
  const write = useCallback(() => {
    if (coming.current === null) return;
    const { to } = coming.current;
    drop();
    written.current = to;
    latest.current.onRest(latest.current.source.addressAt(to));
  }, [drop]);
  const move = useCallback(
    (to: number) => {
      setPlace(to);
      drop();
      coming.current = { to, timer: setTimeout(write, REST) };
    },
    [drop, write],
  );
  /** Moves to the place that the caller writes to the URL: a reader who has since moved on is not taken back. */
  const settle = useCallback(
    (to: number) => {
      drop();
      written.current = to;
      setPlace(to);
    },
    [drop],
  );
  useEffect(() => drop, [drop]);
  // A reader who follows a link has come to rest: writing the URL after that would cancel the navigation.
  useLayoutEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Enter') write();
    };
    document.addEventListener('pointerdown', write, true);
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('pointerdown', write, true);
      document.removeEventListener('keydown', onKey, true);
    };
  }, [write]);
  return { place, move, settle };
}
