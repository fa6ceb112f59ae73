import 'server-only';

/** What a scan returns where the bytes are not what it looks for: a real end is never negative. */
export const ODD = -1;

export const [SPACE, QUOTE, BACKSLASH, COMMA, COLON, ZERO, NINE] = [0x20, 0x22, 0x5c, 0x2c, 0x3a, 0x30, 0x39];
export const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/** The end of the string that begins here; `ODD` where none does, or it has an escape. */
export function stringEnd(bytes: Uint8Array, from: number): number {
  if (bytes[from] !== QUOTE) return ODD;
  const { length } = bytes;
  for (let at = from + 1; at < length; at++) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) return at + 1;
    if (byte < SPACE || byte === BACKSLASH) return ODD;
  }
  return ODD;
}

/** The end of the digits that begin here; where there are none, this place itself. */
export function digitsEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while ((bytes[at] as number) >= ZERO && (bytes[at] as number) <= NINE) at++;
  return at;
}

/** A time as a string, place by place: each digit stands for any digit, every other character for itself. */
const TIME_FORM = Buffer.from('"0000-00-00T00:00:00Z"');
/** Days that every month has. */
const SURE_DAYS = 28;

/**
 * Whether the string that ends here is a UTC time, complete to the second, on a day that certainly exists; 29 February
 * does not count.
 */
export function isPlainTime(bytes: Uint8Array, from: number, end: number): boolean {
  if (end - from !== TIME_FORM.length) return false;
  for (let at = 0; at < TIME_FORM.length; at++) {
    const byte = bytes[from + at] as number;
    if (TIME_FORM[at] === ZERO ? byte < ZERO || byte > NINE : byte !== TIME_FORM[at]) return false;
  }
  const two = (at: number) =>
    ((bytes[from + at] as number) - ZERO) * 10 + (bytes[from + at + 1] as number) - ZERO;
  const [month, day] = [two(6), two(9)];
  if (month < 1 || month > 12 || day < 1 || two(12) > 23 || two(15) > 59 || two(18) > 59) return false;
  return day <= SURE_DAYS || (day <= 30 && month !== 2) || (day === 31 && LONG_MONTHS.includes(month));
}

const LONG_MONTHS = [1, 3, 5, 7, 8, 10, 12];

/** Whether these bytes are found here. */
export function isAt(bytes: Uint8Array, from: number, word: Uint8Array): boolean {
  for (let at = 0; at < word.length; at++) if (bytes[from + at] !== word[at]) return false;
  return true;
}

/**
 * The end of the value that begins here, if this is JSON. Only strings and brackets are looked at, so JSON is not
 * verified. `ODD` where it does not end.
 */
export function skipLoosely(bytes: Uint8Array, from: number): number {
  const { length } = bytes;
  let depth = 0;
  for (let at = from; at < length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at++;
      while (at < length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
      if (depth === 0) return at < length ? at + 1 : ODD;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (byte === COMMA && depth === 0) return at;
  }
  return ODD;
}

const FEW = 64;

/** Bytes written one after another. They stay until `clear`. */
export class BytesWriter {
  bytes: Buffer;
  length = 0;

  constructor(size: number) {
    this.bytes = Buffer.allocUnsafeSlow(size);
  }

  clear(): void {
    this.length = 0;
  }

  /** Makes room for this many more bytes; nothing may be written before. */
  reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.bytes.length) return;
    const bytes = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(bytes, 0, 0, this.length);
    this.bytes = bytes;
  }

  /** Writes a part of other bytes. */
  copy(source: Buffer, from: number, to: number): void {
    const { bytes, length } = this;
    this.length = length + to - from;
    if (to - from > FEW) {
      source.copy(bytes, length, from, to);
      return;
    }
    let at = length;
    for (let i = from; i < to; i++) bytes[at++] = source[i] as number;
  }

  put(word: Buffer): void {
    this.copy(word, 0, word.length);
  }

  putByte(byte: number): void {
    this.bytes[this.length++] = byte;
  }
}
