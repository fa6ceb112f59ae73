import 'server-only';
import * as z from 'zod/mini';
import { type VSwitchReservation, vSwitchReservationSchema } from '@/lib/eni/vswitch';
import type { Cell } from './client';
import { callUpstream, type Trace } from './upstream';
import { id, text } from './values';
import { objects, pagingSchema, type WireObject } from './wire';

/** The most that a page may have. */
const PAGE_SIZE = 100;

const pageSchema = z.object({
  rows: z.array(vSwitchReservationSchema),
  nextToken: z.nullable(z.string()),
});

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
  };
}

function readPage(cell: Cell, ipVersion: IpVersion, token: string | null, trace: Trace) {
  return callUpstream(
    cell,
    {
      product: 'vpc',
      action: 'ListVSwitchCidrReservations',
      params: {
        IpVersion: ipVersion,
        MaxResults: PAGE_SIZE,
        ...(token !== null && { NextToken: token }),
      },
      schema: pageSchema,
      read: ({ body }) => ({
        rows: objects(body.VSwitchCidrReservations, 'VSwitchCidrReservation')
          .map((row) => toReservation(row, ipVersion, cell))
          .filter((row) => row !== null),
        nextToken: pagingSchema.parse(body).NextToken,
      }),
    },
    trace,
  );
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
  const found = new Map<string, VSwitchReservation>();
  const tokens = new Set<string>();
  let token: string | null = null;
  do {
    const page: z.infer<typeof pageSchema> = await readPage(cell, ipVersion, token, trace);
    for (const row of page.rows) found.set(row.id, row);
    token = page.nextToken;
    // A token that comes again would go round in circles.
    if (token !== null && tokens.has(token)) break;
    if (token !== null) tokens.add(token);
  } while (token !== null);
  return [...found.values()];
}
