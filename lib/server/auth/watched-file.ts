import 'server-only';
import { readFileSync, statSync } from 'node:fs';
import type { FileProblems } from './access-file';

/** How long a file is believed before it is looked at again, in ms: what is revoked in it ends within 5 s. */
const LOOK_EVERY = 1_000;

/** What a file is like from outside: while this is the same, so is the text. */
function markOf(path: string): string {
  const { mtimeMs, ctimeMs, size, ino } = statSync(path);
  return `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

/**
 * A configuration file that may change while the process runs. A new text that is not valid changes nothing: the last
 * valid one holds until that is mended. Synchronous throughout, as the guard decides before anything may wait.
 */
export class WatchedFile<T> {
  private value: T | null = null;
  private mark = '';
  private lookedAt = Number.NEGATIVE_INFINITY;
  private told = '';
  /** What is wrong with the text that is there now, a line each; empty where it is the one that holds. */
  problems: readonly string[] = [];

  /** @param onProblems told once of each text that is not valid, and with none when it is valid again */
  constructor(
    private readonly path: string,
    private readonly parse: (text: string) => T | FileProblems,
    private readonly onProblems: (problems: readonly string[]) => void = () => {},
  ) {}

  /** What the last valid text says; null where there has been none. */
  current(now = Date.now()): T | null {
    // A clock that was set back must not keep an old file for as long.
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
      // It may be readable at the next look without having changed.
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
