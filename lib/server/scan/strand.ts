import 'server-only';
import type { Eni } from '@/lib/eni/eni';
import type { Caveat, UpstreamCall } from '@/lib/eni/page';
import type { Lane } from '@/lib/search/lanes';
import type { Position } from './cursor';

/** What one step brought: rows in their upstream order, and where to go on, null at the end. */
export type Outcome = { calls: UpstreamCall[]; size: number; from: Position } & (
  | { enis: Eni[]; next: Position | null; caveats: Caveat[]; change?: () => void }
  | { error: unknown }
);

/**
 * One line of upstream pages: a query of a cell, or a lane of it. It may be read further than it has been given, so it
 * has two positions: `taken` is what the cursor says, `head` is where the next call begins, null at the end.
 */
export class Strand {
  head: Position | null;
  isOut = false;
  readonly ready: Outcome[] = [];

  constructor(
    /** Number in the work list: cells × queries. */
    readonly index: number,
    readonly lane: Lane | null,
    public taken: Position,
  ) {
    this.head = taken;
  }

  /** Whether a call may be made for it, reading at most so many steps ahead of what was given. */
  canGo(ahead: number): boolean {
    return this.head !== null && !this.isOut && this.ready.length < ahead;
  }

  get isDone(): boolean {
    return this.head === null && !this.isOut && this.ready.length === 0;
  }

  /** Forgets what was read ahead: reading goes on from what was given. */
  rewind(): void {
    this.ready.length = 0;
    this.head = this.taken;
  }
}
