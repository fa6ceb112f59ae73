import 'server-only';
import { readFileSync, statSync } from 'node:fs';
import type { FileProblems } from './access-file';

/**
 * How long a file's content is trusted before the file is checked again, in ms: a revocation in it takes effect within
 * 5 s.
 */
const LOOK_EVERY = 1_000;

/** The file's metadata: while this is the same, so is the text. */
function markOf(path: string): string {
  const { mtimeMs, ctimeMs, size, ino } = statSync(path);
  return `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

/**
 * A configuration file that may change while the process runs. A new text that is not valid changes nothing: the last
 * valid one applies until the file is repaired. Synchronous throughout, as the guard decides before anything may wait.
 */
export class WatchedFile<T> {
  private value: T | null = null;
  private mark = '';
  private lookedAt = Number.NEGATIVE_INFINITY;
  private told = '';
  /** What is wrong with the current text, a line for each problem; empty where that text applies. */
  problems: readonly string[] = [];

  /**
   * @param onProblems called once for each text that is not valid, and with an empty list when the text is valid again
   */
  constructor(
    private readonly path: string,
    private readonly parse: (text: string) => T | FileProblems,
    private readonly onProblems: (problems: readonly string[]) => void = () => {},
  ) {}

  /** The content of the last valid text; null where there has been none. */
  current(now = Date.now()): T | null {
    // If the clock was set back, an old file must not be trusted for that much longer.
    if (now - this.lookedAt >= LOOK_EVERY || now < this.lookedAt) this.look(now);
    return this.value;
  }

  private look(now: number): void {
    this.lookedAt = now;
    let mark = '';
    try {
      mark = markOf(this.path);
      if (mark === this.mark) return;
      const parsed = this.parse(readFileSync(this.path, 'utf8'));
      if (isProblems(parsed)) {
        this.problems = parsed.problems;
      } else {
        this.value = parsed;
        this.problems = [];
      }
    } catch (error) {
      this.problems = [`cannot be read (${codeOf(error)})`];
      // The file may be readable at the next check without having changed.
      mark = '';
    }
    this.mark = mark;
    const telling = this.problems.join('\n');
    if (telling !== this.told) this.onProblems(this.problems);
    this.told = telling;
  }
}

function isProblems(parsed: unknown): parsed is FileProblems {
  return typeof parsed === 'object' && parsed !== null && 'problems' in parsed;
}
