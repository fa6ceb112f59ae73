import 'server-only';
import { type Eni, eipsOf } from '@/lib/eni/eni';
import type { HolderCallId, OptionalCallId } from '@/lib/eni/optional-calls';
import { holderInEipName } from '@/lib/eni/owner';
import { ProblemError } from '@/lib/eni/problem';
import type { EniAttribute, EniHolder, EniHolders, Unavailable } from '@/lib/eni/told';
import type { Cell } from './aliyun/client';
import { describeEips } from './aliyun/describe-eip-addresses';
import { describeAttribute } from './aliyun/describe-network-interface-attribute';
import { holderBy } from './aliyun/holder-calls';
import type { Trace } from './aliyun/upstream';
import { config } from './config/config';
import { readEni } from './enis';
import type { GrantedScope } from './scope';
import { asExtra, madeOf, onlyCell, tellOptional } from './told';

const notFound = () =>
  new ProblemError('eni_not_found', {
    detail: 'There is no such ENI in this account and region; it may have been deleted.',
  });

/**
 * The details of an ENI that the list of ENIs does not give, `GET /api/enis/{id}/attribute`. The API returns connection
 * tracking only where a call requests it by name, so there are two calls.
 * @param scope one account and region
 * @throws ProblemError `eni_not_found`, or what the first call ended in
 */
export async function readAttribute(scope: GrantedScope, id: string, trace: Trace): Promise<EniAttribute> {
  const cell = onlyCell(scope);
  const extra = asExtra(trace);
  const [whole, tracking] = await Promise.all([
    describeAttribute(cell, id, null, extra).catch((error: unknown) => {
      const isUnknown =
        error instanceof ProblemError && error.problem.upstreamCode === 'InvalidEniId.NotFound';
      throw isUnknown ? notFound() : error;
    }),
    describeAttribute(cell, id, 'connectionTrackingConfiguration', extra).catch((error: unknown) => {
      if (error instanceof ProblemError) return null;
      throw error;
    }),
  ]);
  if (whole?.id !== id) throw notFound();
  const connectionTracking = whole.connectionTracking ?? tracking?.connectionTracking ?? null;
  return { ...whole, connectionTracking, ...madeOf(trace) };
}

/** Whether the service can have the ENI: ECI has those of its instances, the others only ENIs marked as managed. */
function mayKnow(call: HolderCallId, { serviceManaged, instanceId, status }: Eni): boolean {
  if (call !== 'eci') return serviceManaged !== false;
  return instanceId?.startsWith('eci-') ?? (serviceManaged !== true && status !== 'Available');
}

type Told = { items: EniHolder[]; eipNames: string[]; unavailable: Unavailable[] };

async function byEipName(cell: Cell, eni: Eni, trace: Trace): Promise<Told> {
  const keys = eipsOf(eni).map((EipAddress) => ({ EipAddress }));
  const { told, unavailable } = await tellOptional('eipNames', [], () => describeEips(cell, keys, trace));
  const eipNames = told.flatMap(({ name }) => name ?? []);
  const items = eipNames.flatMap((name): EniHolder[] => {
    const holder = holderInEipName(name);
    return holder ? [{ call: 'eipNames', owner: holder.kind, id: holder.id, name: null }] : [];
  });
  return { items, eipNames, unavailable };
}

async function byCall(call: HolderCallId, cell: Cell, eni: Eni, trace: Trace): Promise<Told> {
  const { told, unavailable } = await tellOptional(call, null, () => holderBy(call, cell, eni, trace));
  return { items: told ? [{ call, ...told }] : [], eipNames: [], unavailable };
}

/**
 * The services and EIPs that claim an ENI, `GET /api/enis/{id}/holders`: the services of `ENI_ATLAS_HOLDERS`, and the
 * names of its EIPs. A claim that both an EIP and a service make is listed once, as the service makes it.
 * @param scope one account and region
 * @throws ProblemError where the ENI itself cannot be read
 */
export async function readHolders(scope: GrantedScope, id: string, trace: Trace): Promise<EniHolders> {
  const cell = onlyCell(scope);
  const eni = await readEni(scope, id, false, trace);
  const extra = asExtra(trace);
  const calls = config().holders.filter((call) => mayKnow(call, eni));
  const hasEip = eipsOf(eni).length > 0;
  const all = await Promise.all([
    ...calls.map((call) => byCall(call, cell, eni, extra)),
    ...(hasEip ? [byEipName(cell, eni, extra)] : []),
  ]);
  const found = new Map<string, EniHolder>();
  for (const item of all.flatMap(({ items }) => items)) if (!found.has(item.id)) found.set(item.id, item);
  const asked: OptionalCallId[] = [...calls, ...(hasEip ? (['eipNames'] as const) : [])];
  return {
    items: [...found.values()],
    eipNames: all.flatMap(({ eipNames }) => eipNames),
    asked,
    unavailable: all.flatMap(({ unavailable }) => unavailable),
    ...madeOf(trace),
  };
}
