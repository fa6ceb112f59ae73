import 'server-only';
import { ENI_FIELDS, type FieldKind, REQUEST_ID } from './eni-fields';
import { Shape } from './shape';

// What the scanner of rows looks for and writes, as bytes. Each shape has one object at a time: that of the row, or the item, that is being read.

export const bytesOf = (text: string) => Buffer.from(text);
export const NULL = bytesOf('null');
export const TRUE = bytesOf('true');
export const FALSE = bytesOf('false');
export const NO_TEXT = bytesOf('""');
export const NULL_TEXT = bytesOf('"null"');
export const HIDE_TEXT = bytesOf('"hide"');
export const ZERO_TEXT = bytesOf('"0"');

const NAMES = Object.keys(ENI_FIELDS) as (keyof typeof ENI_FIELDS)[];
export const KINDS: readonly FieldKind[] = NAMES.map((name) => ENI_FIELDS[name][1]);
export const KEYS = NAMES.map((name) => bytesOf(`,"${name}":`));
const at = (name: keyof typeof ENI_FIELDS) => NAMES.indexOf(name);

export const ID = at('id');
export const TYPE = at('type');
export const CREATED = at('creationTime');
export const INSTANCE = at('instanceId');
export const PRIMARY_IP = at('privateIpAddress');
export const IPS = at('privateIps');
export const PUBLIC_IP = at('publicIp');
export const ATTACHMENT = at('attachment');

export const OTHER = bytesOf(',"other":{');
export const [IP_KEY, IP_PRIMARY, IP_PUBLIC, IP_ALLOCATION, IP_DNS] = [
  'privateIpAddress',
  'primary',
  'publicIp',
  'allocationId',
  'privateDnsName',
].map((name, n) => bytesOf(`${n === 0 ? '{' : ','}"${name}":`)) as [Buffer, Buffer, Buffer, Buffer, Buffer];
export const [IPV6_KEY, IPV6_PRIMARY] = [bytesOf('{"ipv6Address":'), bytesOf(',"primary":')];
export const [TAG_KEY, TAG_VALUE] = [bytesOf('{"key":'), bytesOf(',"value":')];
export const ATTACHMENT_KEYS = [
  'instanceId',
  'deviceIndex',
  'networkCardIndex',
  'trunkNetworkInterfaceId',
].map((name, n) => bytesOf(`${n === 0 ? '{' : ','}"${name}":`));

const eip = () => new Shape(['PublicIpAddress', 'AllocationId'], ['id', 'id']);
export const EIP = eip();
export const IP_EIP = eip();
export const ATTACHED = new Shape(
  ['InstanceId', 'DeviceIndex', 'NetworkCardIndex', 'TrunkNetworkInterfaceId'],
  ['id', 'whole', 'whole', 'id'],
);
export const ROW = new Shape(
  NAMES.map((name) => ENI_FIELDS[name][0]),
  KINDS,
  { eip: EIP, attachment: ATTACHED },
);
export const IP = new Shape(
  ['PrivateIpAddress', 'Primary', 'PrivateDnsName', 'AssociatedPublicIp'],
  ['id', 'flag', 'text', 'eip'],
  { eip: IP_EIP },
);
export const IPV6 = new Shape(['Ipv6Address', 'Primary'], ['id', 'flag']);
export const TAG = new Shape(['TagKey', 'TagValue'], ['text', 'text']);
const PREFIX = {
  ipv4Prefixes: new Shape(['Ipv4Prefix'], ['id']),
  ipv6Prefixes: new Shape(['Ipv6Prefix'], ['id']),
};

export type ListKind = 'ips' | 'ipv6' | 'tags' | 'ids' | 'ipv4Prefixes' | 'ipv6Prefixes';
const ITEMS: Record<ListKind, string> = {
  ips: 'PrivateIpSet',
  ipv6: 'Ipv6Set',
  tags: 'Tag',
  ids: 'SecurityGroupId',
  ipv4Prefixes: 'Ipv4PrefixSet',
  ipv6Prefixes: 'Ipv6PrefixSet',
};

const LIST_KINDS = Object.keys(ITEMS) as ListKind[];
export const isList = (kind: FieldKind): kind is ListKind => kind in ITEMS;
export const SHAPES = { ips: IP, ipv6: IPV6, tags: TAG, ...PREFIX };
export const NONE = KINDS.map((kind) => bytesOf(isList(kind) ? '[]' : 'null'));
export const IS_MADE = KINDS.map((kind) => isList(kind) || kind === 'attachment');
export const NO_ITEMS = bytesOf('{}');
export const REQUEST_ID_NAME = bytesOf(REQUEST_ID);
const wordsOf = (toWord: (item: string) => string) =>
  Object.fromEntries(LIST_KINDS.map((kind) => [kind, bytesOf(toWord(ITEMS[kind]))])) as Record<
    ListKind,
    Buffer
  >;
export const OPENINGS = wordsOf((item) => `{"${item}":[`);
export const NULL_LISTS = wordsOf((item) => `{"${item}":null}`);
