import 'server-only';
import * as z from 'zod/mini';
import type { Cell } from './client';
import { callUpstream, type Trace } from './upstream';
import { objects, pagingSchema } from './wire';

const vSwitchSchema = z.object({
  id: z.string(),
  vpcId: z.nullable(z.string()),
  cidrBlock: z.nullable(z.string()),
  /** Free addresses as the VPC API counts them: those of load balancers and databases are taken too. */
  availableIpAddressCount: z.nullable(z.number()),
});

/** What a scan needs to know of a vSwitch. Source: VPC 2016-04-28 DescribeVSwitches. */
export type VSwitch = z.infer<typeof vSwitchSchema>;

const vSwitchPageSchema = z.object({ vSwitches: z.array(vSwitchSchema), total: z.nullable(z.number()) });

/** The most that a page of the VPC API may have; it has no tokens. */
const PAGE_SIZE = 50;

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

function describePage(cell: Cell, vpcId: string | null, pageNumber: number, trace: Trace) {
  return callUpstream(
    cell,
    {
      product: 'vpc',
      action: 'DescribeVSwitches',
      params: { ...(vpcId !== null && { VpcId: vpcId }), PageNumber: pageNumber, PageSize: PAGE_SIZE },
      schema: vSwitchPageSchema,
      read: ({ body }) => ({
        total: pagingSchema.parse(body).TotalCount,
        vSwitches: objects(body.VSwitches, 'VSwitch').flatMap((row) => {
          const id = text(row.VSwitchId);
          const free = row.AvailableIpAddressCount;
          return id === null
            ? []
            : [
                {
                  id,
                  vpcId: text(row.VpcId),
                  cidrBlock: text(row.CidrBlock),
                  availableIpAddressCount: typeof free === 'number' ? free : null,
                },
              ];
        }),
      }),
    },
    trace,
  );
}

/** Every vSwitch of a region, or of one VPC of it; each once. The pages after the first are asked for together. */
export async function describeVSwitches(cell: Cell, vpcId: string | null, trace: Trace): Promise<VSwitch[]> {
  const first = await describePage(cell, vpcId, 1, trace);
  const pages = Math.ceil((first.total ?? 0) / PAGE_SIZE);
  const others = await Promise.all(
    Array.from({ length: Math.max(0, pages - 1) }, (_, i) => describePage(cell, vpcId, i + 2, trace)),
  );
  const all = [first, ...others].flatMap((page) => page.vSwitches);
  return [...new Map(all.map((vSwitch) => [vSwitch.id, vSwitch])).values()];
}
