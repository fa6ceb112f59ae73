'use client';

import { useMemo } from 'react';
import type { Eni } from '@/lib/eni/eni';
import type { VSwitch } from '@/lib/eni/vswitch';
import { routes } from '@/lib/queries/routes';
import { DEFAULT_VIEW } from '@/lib/search/view';
import { ADDRESS_COLUMNS, addressRows } from '@/lib/usage/address-rows';
import { formatIpv4 } from '@/lib/usage/ipv4';
import { contentOf, type Selection } from '@/lib/usage/map/places';
import type { Occupancy } from '@/lib/usage/occupancy';
import { cidrsOf } from '@/lib/usage/ranges';
import { rangeText } from '@/lib/usage/run-rows';
import { saveCsv } from '../save-csv';
import { SelectionBar } from './selection-bar';

type PickedRangeProps = {
  vSwitch: VSwitch;
  occupancy: Occupancy;
  enis: readonly Eni[];
  selection: Selection;
  onClear: () => void;
};

/** The range that has been picked on the map: what is in it, as a filter, as text and as a file. */
export function PickedRange({ vSwitch, occupancy, enis, selection, onClear }: PickedRangeProps) {
  const start = occupancy.first + selection.first;
  const { length } = selection;
  const content = useMemo(() => contentOf(occupancy, selection), [occupancy, selection]);
  const { account, region, id } = vSwitch;
  const href = routes.explorer({
    search: {
      accounts: [account],
      regions: [region],
      terms: [
        { key: 'vswitch', negated: false, values: [id] },
        { key: 'ip', negated: false, values: cidrsOf(start, length) },
      ],
    },
    view: DEFAULT_VIEW,
  });
  return (
    <SelectionBar
      said={rangeText(start, length)}
      addresses={length}
      free={content.free}
      enis={content.owners.length}
      href={href}
      text={() => Array.from({ length }, (_, at) => formatIpv4(start + at)).join('\n')}
      onCsv={() => {
        const name = `${id} ${formatIpv4(start)}-${formatIpv4(start + length - 1)}`;
        void saveCsv(name, ADDRESS_COLUMNS, addressRows(occupancy, enis, selection));
      }}
      onClear={onClear}
    />
  );
}
