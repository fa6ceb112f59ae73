import type { Eni } from '@/lib/eni/eni';
import { addressesOf } from '@/lib/eni/eni-address';
import { type NameOf, NO_NAMES } from '@/lib/eni/names';
import type { Shape } from '@/lib/search/view';
import type { ExportRow, PodsOfRow } from './export-columns';

/** The rows of a file. An ENI without a known address still has a row in the shape `address`: nothing is left out. */
export function rowsOf(
  enis: readonly Eni[],
  shape: Shape,
  nameOf: NameOf = NO_NAMES,
  podsOf?: PodsOfRow,
): ExportRow[] {
  const more = { nameOf, ...(podsOf && { podsOf }) };
  if (shape === 'eni') return enis.map((eni) => ({ eni, address: null, ...more }));
  return enis.flatMap<ExportRow>((eni) => {
    const addresses = addressesOf(eni);
    return addresses.length === 0
      ? [{ eni, address: null, ...more }]
      : addresses.map((address) => ({ eni, address, ...more }));
  });
}
