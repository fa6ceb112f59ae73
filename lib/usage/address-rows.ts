import type { Eni } from '@/lib/eni/eni';
import { formatIpv4 } from './ipv4';
import { ADDRESS_STATES, type Occupancy } from './occupancy';

/** The columns of a file of addresses; the words are those of the API and of the map. */
export const ADDRESS_COLUMNS = [
  'address',
  'state',
  'eniId',
  'eniName',
  'status',
  'type',
  'instanceId',
  'vSwitchId',
  'account',
  'region',
  'resourceId',
  'resourceType',
] as const;

/**
 * Addresses one by one, as rows of a file in the order of {@link ADDRESS_COLUMNS}.
 * @param enis the list that the occupancy was measured with
 * @param first the place of the first address in the vSwitch
 */
export function addressRows(
  occupancy: Occupancy,
  enis: readonly Eni[],
  { first, length }: { first: number; length: number },
): (string | null)[][] {
  return Array.from({ length }, (_, index) => {
    const at = first + index;
    const eni = enis[occupancy.owners[at] ?? -1] ?? null;
    const resource = occupancy.discovered.get(at);
    return [
      formatIpv4(occupancy.first + at),
      ADDRESS_STATES[occupancy.states[at] ?? 0] ?? null,
      eni?.id ?? null,
      eni?.name ?? null,
      eni?.status ?? null,
      eni?.type ?? null,
      eni?.instanceId ?? null,
      eni?.vSwitchId ?? null,
      eni?.account ?? null,
      eni?.region ?? null,
      resource?.resourceId ?? null,
      resource?.resourceType ?? null,
    ];
  });
}
