'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { formatIpv4, parseIpv4 } from '@/lib/usage/ipv4';
import type { Occupancy } from '@/lib/usage/occupancy';

/** After so many ms at one address the URL says so: a browser allows no URL for each key of a held arrow. */
const REST = 300;

/**
 * The address that a map stands at, as a place in the vSwitch. It is the URL's, which follows when the reader rests.
 * @param at the URL's address
 * @param onRest the reader has come to rest at an address that the URL does not say
 */
export function useMapPlace(occupancy: Occupancy, at: string | null, onRest: (at: string) => void) {
  const address = at === null ? null : parseIpv4(at);
  const asked = address === null ? -1 : address - occupancy.first;
  const given = asked >= 0 && asked < occupancy.size ? asked : null;
  const [place, setPlace] = useState(given);
  const written = useRef(given);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(onRest);
  useEffect(() => {
    latest.current = onRest;
  });
  const [seen, setSeen] = useState(given);
  // A link, Back, a row of the table: another address than the one that was written from here.
  if (given !== seen) {
    setSeen(given);
    if (given !== written.current) setPlace(given);
  }
  const move = useCallback(
    (to: number) => {
      setPlace(to);
      clearTimeout(rest.current);
      rest.current = setTimeout(() => {
        written.current = to;
        latest.current(formatIpv4(occupancy.first + to));
      }, REST);
    },
    [occupancy.first],
  );
  useEffect(() => () => clearTimeout(rest.current), []);
  return { place, move };
}
