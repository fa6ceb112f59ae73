import 'server-only';
import { isAscii, isUtf8 } from 'node:buffer';
import {
  BytesWriter,
  CLOSE_LIST,
  COLON,
  COMMA,
  isAt,
  ODD,
  OPEN_OBJECT,
  skipLoosely,
  stringEnd,
} from './bytes';
import type { Cell } from './client';
import { EniRow, type RowBytes, toRow } from './eni-row';
import { parseLossless } from './json';
import { toEni } from './normalise';
import { RowScanner } from './transcode';
import { items } from './wire';

const ROWS_KEY = Buffer.from('"NetworkInterfaceSets"');
const ROWS = Buffer.from('{"NetworkInterfaceSet":[');

/** The rows of an answer. `read` also counts rows without an id, which are not ENIs. */
export class EniList {
  constructor(
    readonly rows: EniRow[],
    readonly read: number,
  ) {}
}

/**
 * Where the list of rows begins, behind its bracket; null where the answer does not hold the list where it
 * usually does.
 */
function rowsFrom(bytes: Buffer): number | null {
  if (bytes[0] !== OPEN_OBJECT) return null;
  let here = 1;
  for (;;) {
    const colon = stringEnd(bytes, here);
    if (colon === ODD || bytes[colon] !== COLON) return null;
    if (isAt(bytes, here, ROWS_KEY) && colon === here + ROWS_KEY.length)
      return isAt(bytes, colon + 1, ROWS) ? colon + 1 + ROWS.length : null;
    here = skipLoosely(bytes, colon + 1);
    if (here === ODD || bytes[here++] !== COMMA) return null;
  }
}

/** Work memory, reused from answer to answer; a buffer that grew too large is left to the garbage collector. */
const USUAL_SIZE = 1 << 21;
const NO_BYTES = Buffer.alloc(0);
let out = new BytesWriter(USUAL_SIZE);

/**
 * Reads the rows whose list begins here.
 * @returns the rows, and where the list ends; null where it is not a list of objects
 * @throws SyntaxError where a row is not JSON
 */
function readRows(bytes: Buffer, from: number, cell: Cell): { list: EniList; end: number } | null {
  const { account, region } = cell;
  const head = Buffer.from(JSON.stringify({ account: account.name, region }).slice(0, -1));
  const scanner = new RowScanner(bytes);
  const page: RowBytes = { bytes: NO_BYTES };
  const rows: EniRow[] = [];
  let read = 0;
  let here = from;
  out.clear();
  for (let isLast = bytes[here] === CLOSE_LIST && here++ > 0; !isLast; ) {
    if (bytes[here] !== OPEN_OBJECT) return null;
    read++;
    const start = out.length;
    const plainEnd = scanner.read(here);
    const end = plainEnd === ODD ? skipLoosely(bytes, here) : plainEnd;
    if (end === ODD) return null;
    if (plainEnd !== ODD) {
      scanner.write(out, head);
      const { id, type, creationTime } = scanner;
      rows.push(new EniRow(account.name, region, id, type, creationTime, page, start, out.length));
    } else {
      const eni = toEni(parseLossless(bytes.subarray(here, end)), account.name, region);
      if (eni) {
        const json = Buffer.from(JSON.stringify(eni));
        out.reserve(json.length);
        out.put(json);
        const { id, type, creationTime } = eni;
        rows.push(new EniRow(account.name, region, id, type, creationTime, page, start, out.length));
      }
    }
    if (out.length > start) {
      out.reserve(1);
      out.putByte(COMMA);
    }
    here = end + 1;
    if (bytes[end] === CLOSE_LIST) isLast = true;
    else if (bytes[end] !== COMMA) return null;
  }
  page.bytes = Buffer.allocUnsafeSlow(out.length);
  out.bytes.copy(page.bytes, 0, 0, out.length);
  if (out.bytes.length > 4 * USUAL_SIZE) out = new BytesWriter(USUAL_SIZE);
  return { list: new EniList(rows, read), end: here - 1 };
}

/** The answer with its rows as text; null where it has to be read in another way. */
function transcode(bytes: Buffer, cell: Cell): Record<string, unknown> | null {
  if (!isAscii(bytes) && !isUtf8(bytes)) return null;
  const from = rowsFrom(bytes);
  const found = from === null ? null : readRows(bytes, from, cell);
  if (from === null || !found) return null;
  const after = bytes.subarray(found.end);
  // Of a key that comes twice the last one counts, however it is spelt.
  if (after.includes(ROWS_KEY) || after.includes('\\')) return null;
  const rest = parseLossless(Buffer.concat([bytes.subarray(0, from), after]));
  return { ...(rest as Record<string, unknown>), NetworkInterfaceSets: found.list };
}

/**
 * Parses an answer of DescribeNetworkInterfaces, in UTF-8, its rows as {@link EniList}. Rows become text from text,
 * without an object for each; anything odd goes through objects. docs/decisions/0036
 * @throws SyntaxError when the bytes are not JSON
 */
export function parseEnis(bytes: Buffer, cell: Cell): unknown {
  return transcode(bytes, cell) ?? parseLossless(bytes);
}

/** The rows of a body, whether {@link parseEnis} has made them or not. */
export function eniListOf({ NetworkInterfaceSets: sets }: Record<string, unknown>, cell: Cell): EniList {
  if (sets instanceof EniList) return sets;
  const wires = items(sets, 'NetworkInterfaceSet');
  const enis = wires.map((wire) => toEni(wire, cell.account.name, cell.region)).filter((eni) => eni !== null);
  return new EniList(enis.map(toRow), wires.length);
}
