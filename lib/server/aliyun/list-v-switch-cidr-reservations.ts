import 'server-only';
import { type VSwitchReservation, vSwitchReservationSchema } from '@/lib/eni/vswitch';
import type { Cell } from './client';
import { readTokenPages } from './token-pages';
import type { Trace } from './upstream';
import { id, text, whole } from './values';
import type { WireObject } from './wire';

/** The largest page that the API allows. */
const PAGE_SIZE = 100;

type IpVersion = VSwitchReservation['ipVersion'];

function toReservation(
  row: WireObject,
  ipVersion: IpVersion,
  { account, region }: Cell,
): VSwitchReservation | null {
  const reservationId = id(row.VSwitchCidrReservationId);
  if (reservationId === null) return null;
  return {
    account: account.name,
    region,
    id: reservationId,
    vSwitchId: id(row.VSwitchId),
    vpcId: id(row.VpcId),
    cidrBlock: id(row.VSwitchCidrReservationCidr),
    type: text(row.Type),
    ipVersion,
    status: text(row.Status),
    name: text(row.VSwitchCidrReservationName),
    assignedCidrCount: whole(row.AssignedCidrCount),
    availableCidrCount: whole(row.AvailableCidrCount),
  };
}

/**
 * Every CIDR block of one IP version that a vSwitch of the region keeps for prefixes, each once.
 * docs/UPSTREAM.md#reserved-cidr-blocks
 * @throws ProblemError what a call ended in
 */
export async function listVSwitchCidrReservations(
  cell: Cell,
  ipVersion: IpVersion,
  trace: Trace,
): Promise<VSwitchReservation[]> {
  const rows = await readTokenPages(
    cell,
    {
      product: 'vpc',
      action: 'ListVSwitchCidrReservations',
      params: { IpVersion: ipVersion },
      size: ['MaxResults', PAGE_SIZE],
      list: ['VSwitchCidrReservations', 'VSwitchCidrReservation'],
      schema: vSwitchReservationSchema,
      toItem: (row) => toReservation(row, ipVersion, cell),
    },
    trace,
  );
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
