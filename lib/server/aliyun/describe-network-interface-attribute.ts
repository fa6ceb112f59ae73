import 'server-only';
import * as z from 'zod/mini';
import { type EniAttribute, eniAttributeSchema } from '@/lib/eni/told';
import type { Cell } from './client';
import { callUpstream, type Trace } from './upstream';
import { flag, id, text, whole } from './values';
import { isObject, items, type WireObject } from './wire';

type Attribute = Omit<EniAttribute, 'asOf' | 'upstream'>;

const attributeSchema = z.omit(eniAttributeSchema, { asOf: true, upstream: true });

function bag(value: unknown): WireObject | null {
  return isObject(value) && Object.keys(value).length > 0 ? value : null;
}

function trackingOf(value: unknown): Attribute['connectionTracking'] {
  const found = bag(value);
  return (
    found && {
      tcpEstablishedTimeout: whole(found.TcpEstablishedTimeout),
      tcpClosedAndTimeWaitTimeout: whole(found.TcpClosedAndTimeWaitTimeout),
      udpTimeout: whole(found.UdpTimeout),
    }
  );
}

function qosOf(value: unknown): Attribute['qos'] {
  const found = bag(value);
  if (!found) return null;
  const limits = bag(found.QoS) ?? {};
  return {
    enabled: flag(found.EnableQoS),
    bandwidthRx: whole(limits.BandwidthRx),
    bandwidthTx: whole(limits.BandwidthTx),
    ppsRx: whole(limits.PpsRx),
    ppsTx: whole(limits.PpsTx),
    concurrentConnections: whole(limits.ConcurrentConnections),
  };
}

/** The attributes in the body of an answer. */
export function attributeIn(body: WireObject, { account, region }: Cell): Attribute | null {
  const eniId = id(body.NetworkInterfaceId);
  if (eniId === null) return null;
  const traffic = bag(body.NetworkInterfaceTrafficConfig) ?? {};
  const members = bag(body.Attachment)?.MemberNetworkInterfaceIds;
  const option = body.TcpOptionAddressEnabled;
  return {
    account: account.name,
    region,
    id: eniId,
    trafficMode: text(traffic.NetworkInterfaceTrafficMode) ?? text(body.NetworkInterfaceTrafficMode),
    queueNumber: whole(traffic.QueueNumber) ?? whole(body.QueueNumber),
    queuePairNumber: whole(traffic.QueuePairNumber) ?? whole(body.QueuePairNumber),
    connectionTracking: trackingOf(body.ConnectionTrackingConfiguration),
    qos: qosOf(body.QoSConfig),
    enhancedNetwork: bag(body.EnhancedNetwork),
    bond: bag(body.BondInterfaceSpecification),
    slave: bag(body.SlaveInterfaceSpecification),
    tcpOptionAddressEnabled: typeof option === 'boolean' ? String(option) : text(option),
    memberNetworkInterfaceIds: items(members, 'MemberNetworkInterfaceId').flatMap(
      (member) => id(member) ?? [],
    ),
  };
}

/**
 * What DescribeNetworkInterfaceAttribute says of an ENI; null where the answer describes no ENI.
 * @param attribute requests a field that the API leaves out by default
 * @throws ProblemError what the call ended in; an unknown id is refused with `InvalidEniId.NotFound`
 */
export function describeAttribute(
  cell: Cell,
  eniId: string,
  attribute: 'connectionTrackingConfiguration' | null,
  trace: Trace,
): Promise<Attribute | null> {
  return callUpstream(
    cell,
    {
      product: 'ecs',
      action: 'DescribeNetworkInterfaceAttribute',
      params: { NetworkInterfaceId: eniId, ...(attribute !== null && { Attribute: attribute }) },
      schema: z.nullable(attributeSchema),
      read: ({ body }) => attributeIn(body, cell),
    },
    trace,
  );
}
