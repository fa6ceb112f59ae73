// Longer than 250 lines: one scanner, whose parts share where they stand.
import 'server-only';
import { type FieldKind, isListKind, type ListKind } from '@/lib/eni/field-kinds';
import {
  BACKSLASH,
  BytesWriter,
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  digitsEnd,
  isAt,
  isPlainTime,
  NINE,
  ODD,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  SPACE,
  skipLoosely,
  stringEnd,
  ZERO,
} from './bytes';
import {
  ATTACHED,
  ATTACHMENT,
  ATTACHMENT_KEYS,
  bytesOf,
  CREATED,
  EIP,
  FALSE,
  HIDE_TEXT,
  ID,
  INSTANCE,
  IP,
  IP_ALLOCATION,
  IP_DNS,
  IP_EIP,
  IP_KEY,
  IP_PRIMARY,
  IP_PUBLIC,
  IPS,
  IPV6,
  IPV6_KEY,
  IPV6_PRIMARY,
  IS_MADE,
  KEYS,
  KINDS,
  LIST_PATHS,
  NO_ITEMS,
  NO_TEXT,
  NONE,
  NULL,
  NULL_LISTS,
  NULL_TEXT,
  OPENINGS,
  OTHER,
  PRIMARY_IP,
  PUBLIC_IP,
  REQUEST_ID_NAME,
  ROW,
  SHAPES,
  TAG,
  TAG_KEY,
  TAG_VALUE,
  TRUE,
  TYPE,
  ZERO_TEXT,
} from './eni-shapes';
import { parseLossless } from './json';
import type { Shape } from './shape';
import { isEmpty } from './unknown-fields';

/** A number with more digits may be rounded, or become text. */
const MOST_DIGITS = 15;

/** The most bytes that the output of an item has beyond its input. */
const ITEM_ROOM = 160;
/** The most bytes that the output of a row has beyond its input. */
const ROW_ROOM = 1024;

/** The most bytes that the output of a field of `other` has beyond its input, with the end of the row. */
const OTHER_ROOM = 16;

const isText = (kind: FieldKind) => kind === 'text' || kind === 'id' || kind === 'bigId';
const fromOf = (shape: Shape, n: number) => shape.from[n] as number;
const toOf = (shape: Shape, n: number) => shape.to[n] as number;

function put(shape: Shape, n: number, from: number, to: number): void {
  shape.from[n] = from;
  shape.to[n] = to;
}

/** Notes where a value is, and returns where to read on. */
function note(shape: Shape, n: number, from: number, to: number, end: number): number {
  put(shape, n, from, to);
  return end;
}

/** The end of a whole number that is not negative; `ODD` where none begins here. */
function wholeEnd(bytes: Uint8Array, from: number): number {
  const end = digitsEnd(bytes, from);
  return end === from || (bytes[from] === ZERO && end > from + 1) ? ODD : end;
}

/** The end of a value that `JSON.stringify` would write unchanged; `ODD` where that is not certain. */
function plainEnd(bytes: Uint8Array, from: number): number {
  if (bytes[from] === QUOTE) return stringEnd(bytes, from);
  for (const word of [NULL, TRUE, FALSE]) if (isAt(bytes, from, word)) return from + word.length;
  const end = wholeEnd(bytes, from);
  return end - from > MOST_DIGITS ? ODD : end;
}

/**
 * Reads rows of one answer, and writes each as the JSON of its `Eni`, byte for byte as `JSON.stringify(toEni(row))`. A
 * row that is not plain is `ODD`; the caller has to read it.
 */
export class RowScanner {
  /** What is made of lists and attachment. */
  private readonly made = new BytesWriter(1 << 14);
  /** Unknown fields: where the name and the value of each begin and end. */
  private readonly others: number[] = [];
  /** Values of those that were written anew, by where they begin. */
  private readonly rewritten = new Map<number, Buffer>();
  /** Names of those that stand inside an object: their paths, by where their values begin. */
  private readonly paths = new Map<number, Buffer>();
  private readonly leftOut = new Set<string>();
  /** Where the item that is being read is found: `Tags.Tag[0].`; null outside lists. */
  private itemPath: (() => string) | null = null;
  private hasPrimary = false;
  private eipFrom = 0;
  private eipTo = 0;
  /** For each address, where its EIP begins and ends, and whether its allocation id is there. */
  private readonly eips: number[] = [];

  constructor(private readonly bytes: Buffer) {}

  /** Reads the row that begins here. @returns its end, or `ODD` */
  read(from: number): number {
    this.made.clear();
    this.others.length = 0;
    this.rewritten.clear();
    this.paths.clear();
    this.leftOut.clear();
    this.itemPath = null;
    this.hasPrimary = false;
    this.eipFrom = 0;
    this.eipTo = 0;
    this.eips.length = 0;
    const end = this.object(ROW, from);
    return end !== ODD && this.complete() ? end : ODD;
  }

  get id(): string {
    return this.textOf(ID) ?? '';
  }

  get type(): string | null {
    return this.textOf(TYPE);
  }

  get creationTime(): string | null {
    return this.textOf(CREATED);
  }

  /** The text of a field of the row that was read; null where it has none. */
  private textOf(n: number): string | null {
    return ROW.isNone(n) ? null : this.bytes.toString('utf8', fromOf(ROW, n) + 1, toOf(ROW, n) - 1);
  }

  /** Writes the row that was read. @param head its beginning, with account and region */
  write(out: BytesWriter, head: Buffer): void {
    const { bytes, made, others } = this;
    let room = ROW_ROOM + head.length + made.length;
    for (let n = 0; n < KEYS.length; n++) if (!IS_MADE[n]) room += toOf(ROW, n) - fromOf(ROW, n);
    out.reserve(room);
    out.put(head);
    for (let n = 0; n < KEYS.length; n++) {
      out.put(KEYS[n] as Buffer);
      const [from, to] = [fromOf(ROW, n), toOf(ROW, n)];
      if (from === to) out.put(NONE[n] as Buffer);
      else if (IS_MADE[n]) out.copy(made.bytes, from, to);
      else if (KINDS[n] === 'bigId' && bytes[from] !== QUOTE) {
        out.putByte(QUOTE);
        out.copy(bytes, from, to);
        out.putByte(QUOTE);
      } else out.copy(bytes, from, to);
    }
    out.put(OTHER);
    for (let n = 0; n < others.length; n += 4) {
      const [from = 0, colon = 0, value = 0, to = 0] = others.slice(n, n + 4);
      const anew = this.rewritten.get(value);
      const path = this.paths.get(value);
      out.reserve(OTHER_ROOM + (path?.length ?? colon - from) + (anew?.length ?? to - value));
      if (n > 0) out.putByte(COMMA);
      if (path) out.put(path);
      else out.copy(bytes, from, colon);
      out.putByte(COLON);
      if (anew) out.put(anew);
      else out.copy(bytes, value, to);
    }
    out.putByte(CLOSE_OBJECT);
    out.putByte(CLOSE_OBJECT);
  }

  /** Reads an object into its shape. @returns its end, or `ODD` */
  private object(shape: Shape, from: number): number {
    const { bytes } = this;
    shape.reset();
    if (bytes[from] !== OPEN_OBJECT) return ODD;
    let here = from + 1;
    if (bytes[here] === CLOSE_OBJECT) return here + 1;
    const { factor } = shape;
    for (;;) {
      if (bytes[here] !== QUOTE) return ODD;
      const name = here + 1;
      let hash = 0;
      let byte = bytes[++here] as number;
      while (byte !== QUOTE) {
        // False of what is beyond the end, too.
        if (!(byte >= SPACE) || byte === BACKSLASH) return ODD;
        hash = (Math.imul(hash, factor) + byte) | 0;
        byte = bytes[++here] as number;
      }
      if (bytes[here + 1] !== COLON) return ODD;
      const n = shape.find(bytes, name, here, hash);
      // A name that comes twice: the last one would count.
      if (n >= 0 && toOf(shape, n) !== 0) return ODD;
      here = n >= 0 ? this.value(shape, n, here + 2) : this.unknown(shape, name, here);
      if (here === ODD) return ODD;
      byte = bytes[here++] as number;
      if (byte === CLOSE_OBJECT) return here;
      if (byte !== COMMA) return ODD;
    }
  }

  /** Reads the value of the n-th name of a shape. @returns its end, or `ODD` */
  private value(shape: Shape, n: number, from: number): number {
    const { bytes } = this;
    const kind = shape.kinds[n] as FieldKind;
    if (isAt(bytes, from, NULL)) return note(shape, n, from, from, from + NULL.length);
    if (bytes[from] === QUOTE) {
      const end = stringEnd(bytes, from);
      if (end === ODD) return ODD;
      if (end === from + NO_TEXT.length) return note(shape, n, from, from, end);
      if (kind === 'time') return isPlainTime(bytes, from, end) ? note(shape, n, from, end, end) : ODD;
      if (!isText(kind)) return ODD;
      return note(shape, n, from, kind !== 'text' && this.isNoId(kind, from, end) ? from : end, end);
    }
    switch (kind) {
      case 'flag': {
        const end = isAt(bytes, from, TRUE)
          ? from + TRUE.length
          : isAt(bytes, from, FALSE)
            ? from + FALSE.length
            : ODD;
        return end === ODD ? ODD : note(shape, n, from, end, end);
      }
      case 'whole':
      case 'bigId': {
        const end = wholeEnd(bytes, from);
        if (end === ODD || (kind === 'whole' && end - from > MOST_DIGITS)) return ODD;
        const isNone = kind === 'bigId' && bytes[from] === ZERO;
        return note(shape, n, from, isNone ? from : end, end);
      }
      case 'eip':
      case 'attachment': {
        const part = shape.parts[kind];
        const end = part ? this.object(part, from) : ODD;
        return end === ODD ? ODD : note(shape, n, from, from, end);
      }
      default:
        return isListKind(kind) ? this.list(kind, n, from) : ODD;
    }
  }

  private isNoId(kind: FieldKind, from: number, end: number): boolean {
    const { bytes } = this;
    const length = end - from;
    if (length === NULL_TEXT.length) return isAt(bytes, from, NULL_TEXT) || isAt(bytes, from, HIDE_TEXT);
    return kind === 'bigId' && length === ZERO_TEXT.length && isAt(bytes, from, ZERO_TEXT);
  }

  /** An unknown field, which is kept: one inside a part of the row by its path, and only if it is not empty. */
  private unknown(shape: Shape, name: number, nameEnd: number): number {
    const { bytes, others } = this;
    const from = nameEnd + 2;
    const end = plainEnd(bytes, from);
    const first = bytes[name] as number;
    // JavaScript puts names that are numbers first.
    if (first >= ZERO && first <= NINE) return ODD;
    const isOfRow = shape === ROW;
    if (isOfRow && nameEnd - name === REQUEST_ID_NAME.length && isAt(bytes, name, REQUEST_ID_NAME))
      return ODD;
    const path = isOfRow ? null : this.pathOf(shape, name, nameEnd);
    if (path && this.leftOut.has(path.toString())) return ODD;
    const word = path ?? bytes.subarray(name - 1, nameEnd + 1);
    for (let n = 0; n < others.length; n += 4) {
      const known = this.paths.get(others[n + 2] as number);
      if (word.equals(known ?? bytes.subarray(others[n] as number, others[n + 1] as number))) return ODD;
    }
    const to = end === ODD ? skipLoosely(bytes, from) : end;
    if (to === ODD || to === from) return ODD;
    if (end === ODD) {
      // Inside a one-item list, as a lone number would be replaced by the value that JavaScript holds for it.
      const [value] = parseLossless(bytesOf(`[${bytes.toString('utf8', from, to)}]`)) as [unknown];
      if (path && isEmpty(value)) return this.leaveOut(path, to);
      this.rewritten.set(from, bytesOf(JSON.stringify(value)));
    } else if (path && (isAt(bytes, from, NULL) || isAt(bytes, from, NO_TEXT)))
      return this.leaveOut(path, to);
    if (path) this.paths.set(from, path);
    others.push(name - 1, nameEnd + 1, from, to);
    return to;
  }

  /** Leaves a field out, and returns where to read on. If its name came again, the last one would count. */
  private leaveOut(path: Buffer, end: number): number {
    this.leftOut.add(path.toString());
    return end;
  }

  /** The name of a field inside an object of the row, as a JSON string: its path. */
  private pathOf({ path }: Shape, name: number, nameEnd: number): Buffer {
    const held = `${this.itemPath?.() ?? ''}${path}`;
    return bytesOf(`"${held}${this.bytes.toString('utf8', name, nameEnd)}"`);
  }

  /** Reads a list, and writes what it becomes. @returns its end, or `ODD` */
  private list(kind: ListKind, n: number, from: number): number {
    const { bytes, made } = this;
    const opening = OPENINGS[kind];
    const nothing = NULL_LISTS[kind];
    if (isAt(bytes, from, NO_ITEMS)) return note(ROW, n, from, from, from + NO_ITEMS.length);
    if (isAt(bytes, from, nothing)) return note(ROW, n, from, from, from + nothing.length);
    if (!isAt(bytes, from, opening)) return ODD;
    let here = from + opening.length;
    const start = made.length;
    if (bytes[here] === CLOSE_LIST) here++;
    else {
      made.reserve(1);
      made.putByte(OPEN_LIST);
      let at = 0;
      this.itemPath = () => `${LIST_PATHS[kind]}[${at}].`;
      for (; ; at++) {
        here = this.item(kind, here);
        if (here === ODD) return ODD;
        const byte = bytes[here++];
        if (byte === CLOSE_LIST) break;
        if (byte !== COMMA) return ODD;
        made.putByte(COMMA);
      }
      made.putByte(CLOSE_LIST);
      this.itemPath = null;
    }
    if (bytes[here] !== CLOSE_OBJECT) return ODD;
    return made.length === start
      ? note(ROW, n, from, from, here + 1)
      : note(ROW, n, start, made.length, here + 1);
  }

  /** Reads an item of a list, and writes what it becomes. One that would be left out is `ODD`. */
  private item(kind: ListKind, from: number): number {
    const { bytes, made } = this;
    if (kind === 'ids') {
      const end = stringEnd(bytes, from);
      if (end === ODD || end === from + NO_TEXT.length || this.isNoId('id', from, end)) return ODD;
      made.reserve(ITEM_ROOM + end - from);
      made.copy(bytes, from, end);
      return end;
    }
    const shape = SHAPES[kind];
    const end = this.object(shape, from);
    if (end === ODD || shape.isNone(0)) return ODD;
    made.reserve(ITEM_ROOM + end - from);
    switch (kind) {
      case 'ips':
        this.writeIp();
        break;
      case 'ipv6':
        made.put(IPV6_KEY);
        this.writeValue(IPV6, 0);
        made.put(IPV6_PRIMARY);
        this.writeValue(IPV6, 1);
        made.putByte(CLOSE_OBJECT);
        break;
      case 'tags':
        made.put(TAG_KEY);
        this.writeValue(TAG, 0);
        made.put(TAG_VALUE);
        if (TAG.isNone(1)) made.put(NO_TEXT);
        else this.writeValue(TAG, 1);
        made.putByte(CLOSE_OBJECT);
        break;
      default:
        this.writeValue(shape, 0);
    }
    return end;
  }

  private writeIp(): void {
    const { made, bytes } = this;
    const isPrimary = !IP.isNone(1) && isAt(bytes, fromOf(IP, 1), TRUE);
    this.hasPrimary ||= isPrimary;
    if (!IP_EIP.isNone(0)) {
      if (this.eipTo === 0) {
        this.eipFrom = fromOf(IP_EIP, 0);
        this.eipTo = toOf(IP_EIP, 0);
      }
      this.eips.push(fromOf(IP_EIP, 0), toOf(IP_EIP, 0), Number(!IP_EIP.isNone(1)));
    }
    made.put(IP_KEY);
    this.writeValue(IP, 0);
    made.put(IP_PRIMARY);
    made.put(isPrimary ? TRUE : FALSE);
    made.put(IP_PUBLIC);
    this.writeValue(IP_EIP, 0);
    made.put(IP_ALLOCATION);
    this.writeValue(IP_EIP, 1);
    made.put(IP_DNS);
    this.writeValue(IP, 2);
    made.putByte(CLOSE_OBJECT);
  }

  private writeValue(shape: Shape, n: number): void {
    if (shape.isNone(n)) this.made.put(NULL);
    else this.made.copy(this.bytes, fromOf(shape, n), toOf(shape, n));
  }

  /** Makes what follows from several fields; false where the row is odd. */
  private complete(): boolean {
    if (ROW.isNone(ID)) return false;
    // Without a list the primary address is its one entry, and without a mark or an address one follows from the other.
    if (ROW.isNone(IPS) ? !ROW.isNone(PRIMARY_IP) : !this.hasPrimary || ROW.isNone(PRIMARY_IP)) return false;
    if (!this.isEipTold()) return false;
    if (ROW.isNone(INSTANCE)) put(ROW, INSTANCE, fromOf(ATTACHED, 0), toOf(ATTACHED, 0));
    if (!EIP.isNone(0)) put(ROW, PUBLIC_IP, fromOf(EIP, 0), toOf(EIP, 0));
    else put(ROW, PUBLIC_IP, this.eipFrom, this.eipTo);
    this.writeAttachment();
    return true;
  }

  /** Whether an address tells everything that the ENI-level EIP does; otherwise that EIP has to be placed. */
  private isEipTold(): boolean {
    if (EIP.isNone(0)) return EIP.isNone(1);
    const { bytes, eips } = this;
    const eip = bytes.subarray(fromOf(EIP, 0), toOf(EIP, 0));
    for (let n = 0; n < eips.length; n += 3)
      if (eip.equals(bytes.subarray(eips[n], eips[n + 1]))) return EIP.isNone(1) || eips[n + 2] === 1;
    return false;
  }

  private writeAttachment(): void {
    const { made } = this;
    if (ATTACHMENT_KEYS.every((_, n) => ATTACHED.isNone(n))) return;
    const start = made.length;
    made.reserve(
      ITEM_ROOM + ATTACHMENT_KEYS.reduce((sum, _, n) => sum + toOf(ATTACHED, n) - fromOf(ATTACHED, n), 0),
    );
    for (const [n, key] of ATTACHMENT_KEYS.entries()) {
      made.put(key);
      this.writeValue(ATTACHED, n);
    }
    made.putByte(CLOSE_OBJECT);
    put(ROW, ATTACHMENT, start, made.length);
  }
}
