import type { OddShape } from './estate/model';
import { rawNumber } from './json';

export type WireRow = Record<string, unknown>;

/** The row as a rare or careless sender would have it; see the N-numbers of the API reference. */
export function applyOddShape(row: WireRow, shape: OddShape): WireRow {
  return { ...row, ...SHAPES[shape](row) };
}

const SHAPES: Record<OddShape, (row: WireRow) => WireRow> = {
  masked: (row) => ({
    PrivateIpAddress: '172.17.**.**',
    MacAddress: '00:16:3e:12:**:**',
    PrivateIpSets: { PrivateIpSet: [{ PrivateIpAddress: '172.17.**.**', Primary: true }] },
    Ipv6Sets: { Ipv6Set: [{ Ipv6Address: '2408:4321:180:1701:94c7:bc38:3bfa:****' }] },
    OwnerId: `${String(row.OwnerId).slice(0, 6)}****`,
  }),
  nullStrings: () => ({
    InstanceId: 'null',
    AssociatedPublicIp: { PublicIpAddress: '', AllocationId: 'null' },
    Ipv4PrefixSets: { Ipv4PrefixSet: [{ Ipv4Prefix: 'hide' }] },
    Ipv6PrefixSets: { Ipv6PrefixSet: [{ Ipv6Prefix: 'hide' }] },
    Attachment: { DeviceIndex: 0, InstanceId: 'null', TrunkNetworkInterfaceId: 'null', NetworkCardIndex: 0 },
  }),
  singleItemObjects: (row) => ({
    PrivateIpSets: { PrivateIpSet: unwrapOne(row.PrivateIpSets, 'PrivateIpSet') },
    SecurityGroupIds: { SecurityGroupId: unwrapOne(row.SecurityGroupIds, 'SecurityGroupId') },
    Tags: { Tag: unwrapOne(row.Tags, 'Tag') },
  }),
  bareArrays: (row) => ({
    SecurityGroupIds: inner(row.SecurityGroupIds, 'SecurityGroupId'),
    Tags: inner(row.Tags, 'Tag'),
  }),
  stringTypes: (row) => ({
    ServiceManaged: String(row.ServiceManaged),
    DeleteOnRelease: String(row.DeleteOnRelease),
    QueueNumber: '4',
    OwnerId: rawNumber(String(row.OwnerId)),
  }),
  zeroValues: (row) => ({
    ServiceID: 0,
    Description: '',
    QueueNumber: row.QueueNumber ?? 0,
    QueuePairNumber: 0,
    Attachment: {
      DeviceIndex: 0,
      InstanceId: '',
      TrunkNetworkInterfaceId: '',
      MemberNetworkInterfaceId: null,
    },
  }),
  noPrivateIpSets: () => ({ PrivateIpSets: undefined }),
  noPrimaryFlag: (row) => ({
    PrivateIpSets: {
      PrivateIpSet: inner(row.PrivateIpSets, 'PrivateIpSet').map((entry) => ({
        ...(entry as WireRow),
        Primary: undefined,
      })),
    },
  }),
  longIpv6: (row) => ({
    Ipv6Sets: {
      Ipv6Set: inner(row.Ipv6Sets, 'Ipv6Set').map((entry) => ({
        Ipv6Address: String((entry as WireRow).Ipv6Address).toUpperCase(),
        Primary: false,
      })),
    },
  }),
  shortTime: () => ({ CreationTime: '2024-05-01T08:00Z' }),
  junkTime: () => ({ CreationTime: 'yesterday' }),
  unknownFields: () => ({
    ServiceManaged: undefined,
    FutureField: { Nested: [1, 'zwei', null], Flag: true },
    TcpOptionAddressEnabled: 'false',
  }),
};

function inner(wrapper: unknown, name: string): unknown[] {
  const list = (wrapper as Record<string, unknown> | null | undefined)?.[name];
  return Array.isArray(list) ? list : [];
}

function unwrapOne(wrapper: unknown, name: string): unknown {
  const list = inner(wrapper, name);
  return list.length === 1 ? list[0] : list;
}
