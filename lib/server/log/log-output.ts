import 'server-only';
import { writeSync } from 'node:fs';
import { recordLinesLost } from './lines-lost';

/** How long to wait for a slow reader before its lines are lost, in ms. */
const PATIENCE = 1_000;
/** Between two tries, in ms. */
const PAUSE = 20;

const NEWLINE = 10;

type Put = (fd: number, bytes: Uint8Array) => number;

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Blocks the whole process, as a blocking write would. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
}

/**
 * Lines to a descriptor, each written before {@link write} returns. Where lines cannot be written, on a full disk or
 * into a closed pipe, the process goes on: it counts them, and the first line that can be written says how many are
 * missing.
 */
export class LogOutput {
  /** Lost lines that have not been reported yet. */
  private untold = 0;
  /** The last line was written in part. */
  private isTorn = false;
  /** The reader did not keep up, so we do not wait for it again until it does. */
  private isStalled = false;

  /** @param notice the line that tells how many are missing */
  constructor(
    private readonly fd: number,
    private readonly notice: (lines: number) => string,
    private readonly put: Put = writeSync,
  ) {}

  /** Writes text, of whole lines. */
  write(text: string | Uint8Array): void {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    if (this.untold > 0) {
      const told = Buffer.from(`${this.isTorn ? '\n' : ''}${this.notice(this.untold)}\n`);
      if (this.putAll(told) > 0) {
        this.lose(bytes);
        return;
      }
      this.untold = 0;
    }
    const left = this.putAll(bytes);
    if (left > 0) this.lose(bytes.subarray(bytes.length - left));
  }

  private lose(bytes: Uint8Array): void {
    const ends = bytes.reduce((count, byte) => count + (byte === NEWLINE ? 1 : 0), 0);
    const lines = ends + (bytes.at(-1) === NEWLINE ? 0 : 1);
    this.untold += lines;
    recordLinesLost(lines);
  }

  /** Writes all of it, or as much as there is room for; returns how many bytes are left. */
  private putAll(bytes: Uint8Array): number {
    let done = 0;
    let waited = this.isStalled ? PATIENCE : 0;
    while (done < bytes.length) {
      try {
        done += this.put(this.fd, bytes.subarray(done));
        this.isStalled = false;
      } catch (error) {
        if (codeOf(error) !== 'EAGAIN' || waited >= PATIENCE) {
          this.isStalled = codeOf(error) === 'EAGAIN';
          break;
        }
        pause();
        waited += PAUSE;
      }
    }
    if (done > 0) this.isTorn = done < bytes.length;
    return bytes.length - done;
  }
}

type Stream = Pick<NodeJS.WriteStream, 'write' | 'on' | 'isTTY'>;

function writeBy(stream: Stream, output: LogOutput): void {
  // Without a listener, the error of a closed terminal would end the process.
  stream.on('error', () => recordLinesLost(1));
  if (stream.isTTY) return;
  stream.write = (chunk: string | Uint8Array, ...more: unknown[]) => {
    const [encoding] = more;
    output.write(
      typeof chunk === 'string' && typeof encoding === 'string'
        ? Buffer.from(chunk, encoding as BufferEncoding)
        : chunk,
    );
    const done = more.at(-1);
    if (typeof done === 'function') process.nextTick(done as () => void);
    return true;
  };
}

/** Makes all output of this process survive a destination that cannot be written, whoever writes it. */
export function keepWriting({ stdout, stderr }: { stdout: Stream; stderr: Stream }): void {
  const asJson = (lost: number) =>
    JSON.stringify({ level: 40, time: new Date().toISOString(), lost, msg: 'log lines lost' });
  writeBy(stdout, new LogOutput(1, asJson));
  writeBy(stderr, new LogOutput(2, (lost) => `eni-atlas: ${lost} lines of this log are lost`));
}
