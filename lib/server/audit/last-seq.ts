import 'server-only';
import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Enough bytes at the end of a file to contain a whole line. */
const TAIL = 256 * 1024;

/** The end of a file; empty where there is no file, or where it is not a regular one. */
function tailOf(path: string): string {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
  try {
    const found = fstatSync(fd);
    if (!found.isFile()) return '';
    const length = Math.min(TAIL, found.size);
    const bytes = Buffer.alloc(length);
    readSync(fd, bytes, 0, length, found.size - length);
    return bytes.toString();
  } finally {
    closeSync(fd);
  }
}

/** `seq` of the last whole line of a file; null where there is none. */
function seqAtEnd(path: string): number | null {
  for (const line of tailOf(path).split('\n').reverse()) {
    try {
      const { seq } = JSON.parse(line) as { seq?: unknown };
      if (Number.isInteger(seq)) return seq as number;
    } catch {
      // The last line may be torn, and the first of the tail begins in its middle.
    }
  }
  return null;
}

/** Whether a file ends in the middle of a line: its process died while it wrote. */
export function endsTorn(path: string): boolean {
  const tail = tailOf(path);
  return tail !== '' && !tail.endsWith('\n');
}

/** The audit file and the rotated ones beside it, newest first. Compressed files are not included. */
export function trailFiles(path: string): string[] {
  const name = basename(path);
  const folder = dirname(path);
  const isOld = (file: string) =>
    file.startsWith(name) &&
    /^[.-][\w.:-]+$/.test(file.slice(name.length)) &&
    !/\.(gz|bz2|xz|zst|tmp)$/.test(file);
  const changed = (file: string) => {
    try {
      return statSync(file).mtimeMs;
    } catch {
      return 0;
    }
  };
  const old = readdirSync(folder)
    .filter(isOld)
    .map((file) => join(folder, file));
  return [path, ...old.sort((a, b) => changed(b) - changed(a))];
}

/** `seq` of the last line, in the file or in the newest rotated one; 0 where there is no line. */
export function lastSeq(path: string): number {
  for (const file of trailFiles(path)) {
    const seq = seqAtEnd(file);
    if (seq !== null) return seq;
  }
  return 0;
}
