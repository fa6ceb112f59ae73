import 'server-only';
import { eniKey } from '@/lib/eni/eni';
import type { EniRow } from '../aliyun/eni-row';
import { digest } from './question';

/** The rows that the hints of a place have brought: the queries that contain them will bring them again. */
export class HintedRows {
  private readonly seen: Set<string>;

  /** @param most further rows of hints are left to the query that contains them, as a cursor has to remember each */
  constructor(
    digests: readonly string[],
    private readonly most: number,
  ) {
    this.seen = new Set(digests);
  }

  get digests(): string[] {
    return [...this.seen];
  }

  /**
   * Takes in a row of a hint; returns false where the row has come before, or is left to the query that contains it.
   */
  add(eni: EniRow): boolean {
    const key = digest(eniKey(eni), 8);
    if (this.seen.has(key) || this.seen.size >= this.most) return false;
    this.seen.add(key);
    return true;
  }

  has(eni: EniRow): boolean {
    return this.seen.size > 0 && this.seen.has(digest(eniKey(eni), 8));
  }
}
