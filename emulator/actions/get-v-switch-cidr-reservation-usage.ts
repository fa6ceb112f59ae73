import { ApiError, invalidParameter } from '../errors';
import { formatIpv4, parseCidr, sizeOf } from '../estate/addresses';
import type { Cell, Eni, Reservation } from '../estate/model';
import { tokenPage } from '../paging';
import type { Action, Body, Call } from './call';

const MOST_RESULTS = 100;
const DEFAULT_RESULTS = 10;

export const getVSwitchCidrReservationUsage: Action = {
  name: 'GetVSwitchCidrReservationUsage',
  version: '2016-04-28',
  run(call: Call): Body {
    const { params, cell } = call;
    params.required('RegionId');
    const id = params.required('VSwitchCidrReservationId');
    const size = params.integer('MaxResults') ?? DEFAULT_RESULTS;
    if (size < 1 || size > MOST_RESULTS) throw invalidParameter('MaxResults');
    const reservation = cell.reservations.find((one) => one.id === id);
    if (!reservation)
      throw new ApiError(
        404,
        'ResourceNotFound.VSwitchCidrReservation',
        'The specified resource is not found.',
      );
    const found = prefixesIn(reservation, cell);
    const page = tokenPage(call, found, id, size);
    return {
      NextToken: page.nextToken,
      MaxResults: size,
      TotalCount: found.length,
      CidrReservationUsages: page.items.map(({ prefix, eni }) => ({
        IpPrefixCidr: prefix,
        IpPrefixId: id,
        ResourceId: eni.id,
        ResourceType: 'NetworkInterface',
        VSwitchCidrReservationId: id,
        VSwitchId: reservation.vSwitch.id,
      })),
    };
  },
};

/** The prefixes that ENIs have of a reservation, and whose each is. */
export function prefixesIn(
  { vSwitch, cidr, ipVersion }: Reservation,
  cell: Cell,
): { prefix: string; eni: Eni }[] {
  const enis = cell.enis.filter((eni) => eni.vSwitch === vSwitch);
  // A vSwitch of the estate has one reservation of IPv6 at most.
  if (ipVersion === 'IPv6') return enis.flatMap((eni) => eni.ipv6Prefixes.map((prefix) => ({ prefix, eni })));
  const { base, prefix } = parseCidr(cidr);
  const isInside = (at: number) => at >= base && at < base + sizeOf(prefix);
  return enis.flatMap((eni) =>
    eni.ipv4Prefixes.filter(isInside).map((at) => ({ prefix: `${formatIpv4(at)}/28`, eni })),
  );
}
