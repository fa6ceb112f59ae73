import 'server-only';
import {
  type FieldKind,
  isListKind,
  isObjectKind,
  LIST_ITEMS,
  type ListKind,
  OBJECT_PARTS,
} from '@/lib/eni/field-kinds';
import { FIELDS } from '@/lib/eni/fields';
import { READERS, REQUEST_ID } from './readers';
import { isObject, type WireObject } from './wire';

type Found = Generator<readonly [path: string, value: unknown]>;
type Parts = Readonly<Record<string, FieldKind>>;

const ROW: Parts = Object.fromEntries(FIELDS.map(({ wire, kind }) => [wire, kind]));

/** Whether a value says nothing: null, "", `{}`, `[]`, or a value that contains nothing else. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

/** Whether a value of a kind is one of the ways in which the API says none. docs/UPSTREAM.md#null-strings */
function isNone(value: unknown, kind: FieldKind): boolean {
  if (isEmpty(value)) return true;
  if (kind === 'text') return false;
  return value === 'null' || value === 'hide' || (kind === 'bigId' && (value === 0 || value === '0'));
}

function* unreadParts(wire: WireObject, parts: Parts, path: string): Found {
  for (const [name, value] of Object.entries(wire))
    if (Object.hasOwn(parts, name)) yield* unread(value, parts[name] as FieldKind, path + name);
    else if (!isEmpty(value)) yield [path + name, value];
}

/** An item that lacks its essential field is left out of its list, so all of it counts as unread. */
function* unreadItem(item: unknown, kind: ListKind, path: string): Found {
  const parts: Parts | null = kind === 'ids' ? null : OBJECT_PARTS[kind];
  if (parts === null) yield* unread(item, 'id', path);
  else {
    const [[first, firstKind]] = Object.entries(parts) as [[string, FieldKind]];
    const isRead = isObject(item) && READERS[firstKind](item[first]) !== null;
    if (isRead) yield* unreadParts(item, parts, `${path}.`);
    else if (!isNone(item, 'id')) yield [path, item];
  }
}

function* unreadList(list: unknown, kind: ListKind, path: string): Found {
  const item = LIST_ITEMS[kind];
  const isWrapped = isObject(list) && item in list;
  if (isWrapped)
    for (const [name, value] of Object.entries(list))
      if (name !== item && !isEmpty(value)) yield [`${path}.${name}`, value];
  const inner = isWrapped ? list[item] : list;
  const at = isWrapped ? `${path}.${item}` : path;
  if (!Array.isArray(inner)) yield* unreadItem(inner, kind, at);
  else for (const [n, each] of inner.entries()) yield* unreadItem(each, kind, `${at}[${n}]`);
}

function* unread(value: unknown, kind: FieldKind, path: string): Found {
  if (isNone(value, kind)) return;
  if (isListKind(kind)) yield* unreadList(value, kind, path);
  else if (isObjectKind(kind) && isObject(value)) yield* unreadParts(value, OBJECT_PARTS[kind], `${path}.`);
  else if (READERS[kind](value) === null) yield [path, value];
}

/**
 * The values of an API row that no field of an ENI takes, at every depth: fields with unknown names, and known fields
 * whose value has an unexpected form. Keyed by the path in the row, as jq takes it:
 * `PrivateIpSets.PrivateIpSet[1].Novel`. Inside objects, empty values are left out; a field of the row itself is kept
 * whatever it holds.
 */
export function unknownFields(wire: WireObject): Record<string, unknown> {
  const found: (readonly [string, unknown])[] = [];
  for (const [name, value] of Object.entries(wire))
    if (Object.hasOwn(ROW, name)) found.push(...unread(value, ROW[name] as FieldKind, name));
    else if (name !== REQUEST_ID) found.push([name, value]);
  return Object.fromEntries(found);
}
