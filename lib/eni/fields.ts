import type { FieldKind } from './field-kinds';

/** The parts of the drawer. Those that are lists of lines, `attachment` and `identity`, are made from the fields. */
export type DrawerSection =
  | 'header'
  | 'addresses'
  | 'prefixes'
  | 'attachment'
  | 'identity'
  | 'groups'
  | 'tags';

/**
 * A field of an ENI. From this follow how it is read, the API's document, drawer, column, export, search by words and
 * comparison.
 * - `wire`: its name at the API. `kind`: see {@link FieldKind}; a list is one by its kind.
 * - `key`: what the URL and files call it, as a column and, where there is one, as a filter; null where other columns
 *   tell it, its own name unless given.
 * - `label`: the message key of its name; `column.<key>` unless given. `drawerLabel` where its line differs.
 * - `drawer`: the part of the drawer that shows it; `identity` unless given.
 * - `says`: message keys of what `true` and `false` mean in the drawer; *yes* and *no* unless given.
 * - `isOfPlace`: its values are of one place alone, as ids and addresses are, so that two places can only differ in it.
 * - `isCompared`: false where it changes by itself, or another field tells the same.
 */
export type FieldDefinition = {
  wire: string;
  kind: FieldKind;
  key?: string | null;
  label?: `filter.${string}`;
  drawer?: DrawerSection;
  drawerLabel?: `drawer.${string}`;
  says?: readonly [yes: `drawer.${string}`, no: `drawer.${string}`];
  isOfPlace?: true;
  isCompared?: false;
};

/**
 * THE fields of an ENI, in the order in which the API of this program answers them. What is listed here, and in
 * `OBJECT_PARTS`, is not in `other`. Source: ECS 2014-05-26 DescribeNetworkInterfaces.
 */
export const ENI_FIELDS = {
  id: { wire: 'NetworkInterfaceId', kind: 'id', label: 'filter.eni', drawer: 'header', isCompared: false },
  name: { wire: 'NetworkInterfaceName', kind: 'text', label: 'filter.name', drawer: 'header' },
  description: { wire: 'Description', kind: 'text', label: 'filter.description' },
  /** Open set: Primary, Secondary, Trunk, Member and whatever comes. */
  type: { wire: 'Type', kind: 'text', label: 'filter.type', drawer: 'header' },
  /** Open set: Available, Attaching, InUse, Detaching, Deleting and whatever comes. */
  status: { wire: 'Status', kind: 'text', label: 'filter.status', drawer: 'header' },
  zoneId: { wire: 'ZoneId', kind: 'id', key: 'zone', label: 'filter.zone', isOfPlace: true },
  vpcId: { wire: 'VpcId', kind: 'id', key: 'vpc', label: 'filter.vpc', isOfPlace: true },
  vSwitchId: { wire: 'VSwitchId', kind: 'id', key: 'vswitch', label: 'filter.vswitch', isOfPlace: true },
  instanceId: {
    wire: 'InstanceId',
    kind: 'id',
    key: 'instance',
    label: 'filter.instance',
    drawer: 'attachment',
    isOfPlace: true,
  },
  macAddress: { wire: 'MacAddress', kind: 'id', key: 'mac', label: 'filter.mac', isOfPlace: true },
  privateIpAddress: {
    wire: 'PrivateIpAddress',
    kind: 'id',
    key: 'ip',
    drawer: 'addresses',
    isCompared: false,
  },
  privateIps: { wire: 'PrivateIpSets', kind: 'ips', key: null, label: 'filter.ips', drawer: 'addresses' },
  ipv6Addresses: {
    wire: 'Ipv6Sets',
    kind: 'ipv6',
    key: 'ipv6',
    label: 'filter.ipv6',
    drawer: 'addresses',
    isOfPlace: true,
  },
  /** Delegated /28 blocks, as CIDRs. */
  ipv4Prefixes: {
    wire: 'Ipv4PrefixSets',
    kind: 'ipv4Prefixes',
    key: null,
    label: 'filter.prefix',
    drawer: 'prefixes',
  },
  /** Delegated /80 blocks, as CIDRs. */
  ipv6Prefixes: {
    wire: 'Ipv6PrefixSets',
    kind: 'ipv6Prefixes',
    key: null,
    label: 'filter.prefix',
    drawer: 'prefixes',
  },
  publicIp: {
    wire: 'AssociatedPublicIp',
    kind: 'eip',
    key: null,
    label: 'filter.eip',
    drawer: 'addresses',
    isCompared: false,
  },
  securityGroupIds: {
    wire: 'SecurityGroupIds',
    kind: 'ids',
    key: 'sg',
    label: 'filter.sg',
    drawer: 'groups',
    isOfPlace: true,
  },
  tags: { wire: 'Tags', kind: 'tags', label: 'filter.tag', drawer: 'tags' },
  /** The path at which the API gives it; its parts are those of `attachmentSchema`. */
  attachment: {
    wire: 'Attachment',
    kind: 'attachment',
    key: null,
    drawer: 'attachment',
    isCompared: false,
  },
  deleteOnRelease: {
    wire: 'DeleteOnRelease',
    kind: 'flag',
    label: 'filter.deleteOnRelease',
    drawer: 'attachment',
    drawerLabel: 'drawer.onRelease',
    says: ['drawer.deleted', 'drawer.kept'],
  },
  serviceManaged: {
    wire: 'ServiceManaged',
    kind: 'flag',
    key: 'managed',
    label: 'filter.managed',
    drawerLabel: 'drawer.managed',
  },
  serviceId: { wire: 'ServiceID', kind: 'bigId', isCompared: false },
  /** The account that owns the ENI. */
  ownerId: { wire: 'OwnerId', kind: 'bigId', isCompared: false },
  resourceGroupId: { wire: 'ResourceGroupId', kind: 'id', key: 'rg', label: 'filter.rg', isOfPlace: true },
  queueNumber: { wire: 'QueueNumber', kind: 'whole' },
  queuePairNumber: { wire: 'QueuePairNumber', kind: 'whole' },
  trafficMode: { wire: 'NetworkInterfaceTrafficMode', kind: 'text', key: 'mode', label: 'filter.mode' },
  sourceDestCheck: {
    wire: 'SourceDestCheck',
    kind: 'flag',
    drawerLabel: 'drawer.check',
    says: ['drawer.on', 'drawer.off'],
  },
  /** As the API sent it, where that is a time; what is none is in `other`. */
  creationTime: {
    wire: 'CreationTime',
    kind: 'time',
    key: 'created',
    label: 'filter.created',
    isCompared: false,
  },
} as const satisfies Record<string, FieldDefinition>;

/** A field that is read from the API; `account`, `region` and `other` are ours. */
export type FieldName = keyof typeof ENI_FIELDS;

export const FIELD_NAMES = Object.keys(ENI_FIELDS) as FieldName[];

type KeyOf<Name extends FieldName> = (typeof ENI_FIELDS)[Name] extends { key: infer Key } ? Key : Name;

/** The names that columns, files and filters use for the fields that they alone tell. */
export type FieldKey = Exclude<{ [Name in FieldName]: KeyOf<Name> }[FieldName], null>;

/** The names of the fields that are compared. */
export type ComparedKey = Exclude<
  {
    [Name in FieldName]: (typeof ENI_FIELDS)[Name] extends { isCompared: false } ? null : KeyOf<Name>;
  }[FieldName],
  null
>;

/** A field with what follows where it says nothing else. */
export type Field = Required<Pick<FieldDefinition, 'wire' | 'kind' | 'drawer'>> & {
  name: FieldName;
  key: FieldKey | null;
  label: `filter.${string}` | `column.${string}`;
  drawerLabel: `filter.${string}` | `column.${string}` | `drawer.${string}`;
  says: readonly [yes: string, no: string];
  isOfPlace: boolean;
  isCompared: boolean;
};

function toField(name: FieldName): Field {
  const { key = name, ...given }: FieldDefinition = ENI_FIELDS[name];
  const label = given.label ?? (`column.${key ?? name}` as const);
  return {
    drawer: 'identity',
    drawerLabel: label,
    says: ['operator.yes', 'operator.no'],
    isOfPlace: false,
    isCompared: true,
    ...given,
    name,
    label,
    key: key as FieldKey | null,
  };
}

/** The fields in their order, in full. */
export const FIELDS: readonly Field[] = FIELD_NAMES.map(toField);

const BY_NAME = new Map(FIELDS.map((field) => [field.name, field]));
const BY_KEY = new Map<string, Field>(
  FIELDS.flatMap((field) => (field.key === null ? [] : [[field.key, field]])),
);

export const FIELD_KEYS = [...BY_KEY.keys()] as FieldKey[];

export function fieldOf(name: FieldName): Field {
  return BY_NAME.get(name) as Field;
}

/** The field that is called so by columns and files; null where several fields, or none, are. */
export function fieldOfKey(key: string): Field | null {
  return BY_KEY.get(key) ?? null;
}
