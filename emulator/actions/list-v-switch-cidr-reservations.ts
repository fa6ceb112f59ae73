import { invalidParameter } from '../errors';
import type { Cell, Reservation } from '../estate/model';
import { tokenPage } from '../paging';
import { timeOf } from '../wire';
import type { Action, Body, Call } from './call';
import { prefixesIn } from './get-v-switch-cidr-reservation-usage';

const MOST_IDS = 10;
const MOST_RESULTS = 100;
const DEFAULT_RESULTS = 10;
/** The length of the prefixes that ENIs get. */
const PREFIX = { IPv4: 28, IPv6: 80 } as const;

export const listVSwitchCidrReservations: Action = {
  name: 'ListVSwitchCidrReservations',
  version: '2016-04-28',
  run(call: Call): Body {
    const { params, cell } = call;
    params.required('RegionId');
    const ids = params.list('VSwitchCidrReservationIds', MOST_IDS);
    const vSwitchId = params.text('VSwitchId');
    // Absent does not mean both.
    const ipVersion = params.oneOf('IpVersion', ['IPv4', 'IPv6']) ?? 'IPv4';
    params.oneOf('VSwitchCidrReservationType', ['prefix', 'Prefix']);
    const size = params.integer('MaxResults') ?? DEFAULT_RESULTS;
    if (size < 1 || size > MOST_RESULTS) throw invalidParameter('MaxResults');
    const found = cell.reservations.filter(
      (reservation) =>
        reservation.ipVersion === ipVersion &&
        (vSwitchId === null || reservation.vSwitch.id === vSwitchId) &&
        (ids.length === 0 || ids.includes(reservation.id)),
    );
    const page = tokenPage(call, found, JSON.stringify([ids, vSwitchId, ipVersion]), size);
    return {
      NextToken: page.nextToken,
      MaxResults: size,
      TotalCount: found.length,
      VSwitchCidrReservations: page.items.map((reservation) => toReservation(reservation, cell)),
    };
  },
};

/** A reserved CIDR block as the VPC API writes it. */
export function toReservation(reservation: Reservation, cell: Cell): Body {
  const { id, name, description, vSwitch, cidr, ipVersion, status, createdAt } = reservation;
  const blocks = 2 ** (PREFIX[ipVersion] - Number(cidr.split('/')[1]));
  const assigned = prefixesIn(reservation, cell).length;
  return {
    VSwitchCidrReservationId: id,
    VSwitchCidrReservationName: name,
    VSwitchCidrReservationDescription: description,
    VSwitchCidrReservationCidr: cidr,
    VSwitchId: vSwitch.id,
    VpcId: vSwitch.vpc.id,
    IpVersion: ipVersion,
    Type: 'prefix',
    Status: status,
    AssignedCidrCount: assigned,
    AvailableCidrCount: blocks - assigned,
    CreationTime: timeOf(createdAt),
    Tags: [],
  };
}
