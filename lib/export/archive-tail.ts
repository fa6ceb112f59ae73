import { inflateSync } from 'fflate';

/** Records of an archive (APPNOTE.TXT 4.3): their marks, lengths without names, and the places of their fields. */
const END = { mark: 0x06054b50, length: 22, directorySize: 12, directoryAt: 16 };
const ENTRY = {
  mark: 0x02014b50,
  length: 46,
  method: 10,
  packedSize: 20,
  nameLength: 28,
  extraLength: 30,
  partAt: 42,
};
const PART = { mark: 0x04034b50, length: 30, nameLength: 26, extraLength: 28 };

const DEFLATED = 8;

/** The start of the last entry of a directory, null if the directory does not consist of whole entries. */
function lastEntryIn(view: DataView, from: number, to: number): number | null {
  let last: number | null = null;
  for (let at = from; at < to; ) {
    if (at + ENTRY.length > to || view.getUint32(at, true) !== ENTRY.mark) return null;
    last = at;
    at +=
      ENTRY.length +
      view.getUint16(at + ENTRY.nameLength, true) +
      view.getUint16(at + ENTRY.extraLength, true);
  }
  return last;
}

/**
 * The last part of an archive of ours as text; empty where the archive does not end as a whole one does.
 * @param tail the end of the file, with the whole of that part in it
 */
export function lastPartOf(tail: Uint8Array): string {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const end = tail.length - END.length;
  if (end < 0 || view.getUint32(end, true) !== END.mark) return '';
  const directory = end - view.getUint32(end + END.directorySize, true);
  // The archive counts offsets from its beginning, the tail from where it was cut.
  const cut = view.getUint32(end + END.directoryAt, true) - directory;
  const entry = directory < 0 ? null : lastEntryIn(view, directory, end);
  if (entry === null || view.getUint16(entry + ENTRY.method, true) !== DEFLATED) return '';
  const part = view.getUint32(entry + ENTRY.partAt, true) - cut;
  if (part < 0 || part + PART.length > directory || view.getUint32(part, true) !== PART.mark) return '';
  const begin =
    part +
    PART.length +
    view.getUint16(part + PART.nameLength, true) +
    view.getUint16(part + PART.extraLength, true);
  try {
    return new TextDecoder().decode(
      inflateSync(tail.subarray(begin, begin + view.getUint32(entry + ENTRY.packedSize, true))),
    );
  } catch {
    return '';
  }
}
