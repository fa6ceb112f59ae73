import 'server-only';
import { type FieldKind, isListKind, LIST_ITEMS, type ListKind, OBJECT_PARTS } from '@/lib/eni/field-kinds';
import { FIELD_NAMES, FIELDS, fieldOf } from '@/lib/eni/fields';
import { REQUEST_ID } from './readers';
import { Shape } from './shape';

// What the scanner of rows looks for and writes, as bytes. Each shape holds one object at a time: the row, or the item,
// that is being read.

export const bytesOf = (text: string) => Buffer.from(text);
export const NULL = bytesOf('null');
export const TRUE = bytesOf('true');
export const FALSE = bytesOf('false');
export const NO_TEXT = bytesOf('""');
export const NULL_TEXT = bytesOf('"null"');
export const HIDE_TEXT = bytesOf('"hide"');
export const ZERO_TEXT = bytesOf('"0"');

export const KINDS: readonly FieldKind[] = FIELDS.map(({ kind }) => kind);
export const KEYS = FIELDS.map(({ name }) => bytesOf(`,"${name}":`));
const at = (name: (typeof FIELD_NAMES)[number]) => FIELD_NAMES.indexOf(name);

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

/** An object of a kind. `path` is where it is found in a row; for an item of a list, where in the item. */
const shapeOf = (kind: keyof typeof OBJECT_PARTS, path: string, parts?: Record<string, Shape>) =>
  new Shape(Object.keys(OBJECT_PARTS[kind]), Object.values<FieldKind>(OBJECT_PARTS[kind]), parts, path);
/** Where an object is found that is a field of the row. */
const pathOf = (name: (typeof FIELD_NAMES)[number]) => `${fieldOf(name).wire}.`;

export const EIP = shapeOf('eip', pathOf('publicIp'));
export const IP_EIP = shapeOf('eip', 'AssociatedPublicIp.');
export const ATTACHED = shapeOf('attachment', pathOf('attachment'));
export const ROW = new Shape(
  FIELDS.map(({ wire }) => wire),
  KINDS,
  { eip: EIP, attachment: ATTACHED },
);
export const IP = shapeOf('ips', '', { eip: IP_EIP });
export const IPV6 = shapeOf('ipv6', '');
export const TAG = shapeOf('tags', '');
const PREFIX = { ipv4Prefixes: shapeOf('ipv4Prefixes', ''), ipv6Prefixes: shapeOf('ipv6Prefixes', '') };

const LIST_KINDS = Object.keys(LIST_ITEMS) as ListKind[];
/** Where the items of a list are found in a row: `Tags.Tag`. */
export const LIST_PATHS = Object.fromEntries(
  LIST_KINDS.map((kind) => [
    kind,
    `${FIELDS.find((field) => field.kind === kind)?.wire}.${LIST_ITEMS[kind]}`,
  ]),
) as Record<ListKind, string>;
export const SHAPES = { ips: IP, ipv6: IPV6, tags: TAG, ...PREFIX };
export const NONE = KINDS.map((kind) => bytesOf(isListKind(kind) ? '[]' : 'null'));
export const IS_MADE = KINDS.map((kind) => isListKind(kind) || kind === 'attachment');
export const NO_ITEMS = bytesOf('{}');
export const REQUEST_ID_NAME = bytesOf(REQUEST_ID);
const wordsOf = (toWord: (item: string) => string) =>
  Object.fromEntries(LIST_KINDS.map((kind) => [kind, bytesOf(toWord(LIST_ITEMS[kind]))])) as Record<
    ListKind,
    Buffer
  >;
export const OPENINGS = wordsOf((item) => `{"${item}":[`);
export const NULL_LISTS = wordsOf((item) => `{"${item}":null}`);
