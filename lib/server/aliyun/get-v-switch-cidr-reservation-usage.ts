import 'server-only';
import type * as z from 'zod/mini';
import { prefixHolderSchema } from '@/lib/eni/told';
import type { Cell } from './client';
import { readTokenPages } from './token-pages';
import type { Trace } from './upstream';
import { id, text } from './values';

/** The largest page that the API allows. */
const PAGE_SIZE = 100;

/**
 * The prefixes of a CIDR reservation that are assigned, and the resource that holds each.
 * docs/UPSTREAM.md#reserved-cidr-blocks
 * @throws ProblemError what a call ended in
 */
export function getReservationUsage(
  cell: Cell,
  reservationId: string,
  trace: Trace,
): Promise<z.infer<typeof prefixHolderSchema>[]> {
  return readTokenPages(
    cell,
    {
      product: 'vpc',
      action: 'GetVSwitchCidrReservationUsage',
      params: { VSwitchCidrReservationId: reservationId },
      size: ['MaxResults', PAGE_SIZE],
      list: ['CidrReservationUsages', 'CidrReservationUsage'],
      schema: prefixHolderSchema,
      toItem: (row) => {
        const prefix = id(row.IpPrefixCidr);
        return prefix === null
          ? null
          : { reservationId, prefix, resourceId: id(row.ResourceId), resourceType: text(row.ResourceType) };
      },
    },
    trace,
  );
}
