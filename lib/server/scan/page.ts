import 'server-only';
import { type Eni, eniKey } from '@/lib/eni/eni';
import type { Caveat, EnisPage, Failure, UpstreamCall } from '@/lib/eni/page';
import { isOwn, type PlannedQuery } from '@/lib/search/plan';
import { digest, writeCursor } from './cursor';
import { asOfOldest, staleCaveats } from './provenance';
import type { Scan, ScanProgress } from './state';

/** Rows of hints that the cursor remembers; further ones are left to the query that contains them. */
const MOST_SEEN = 300;

/** A page in the making. */
export class PageInProgress {
  readonly rows = new Map<string, Eni>();
  readonly failures: Failure[] = [];
  readonly caveats: Caveat[] = [];
  readonly calls: UpstreamCall[] = [];
  scanned = 0;
  private readonly seenBefore: ReadonlySet<string>;

  constructor(
    private readonly scan: Scan,
    private readonly progress: ScanProgress,
    readonly limit: number,
  ) {
    this.seenBefore = new Set(progress.seen);
  }

  get isFull(): boolean {
    return this.rows.size >= this.limit;
  }

  /** Takes a row in, where it is the query's own and the search means it. */
  give(query: PlannedQuery, eni: Eni): void {
    this.scanned++;
    if (!isOwn(query, eni) || !this.scan.plan.keep(eni)) return;
    const key = eniKey(eni);
    const isHint = query.kind === 'describe' && query.hint;
    if (isHint || this.seenBefore.size > 0) {
      const seenKey = digest(key, 8);
      if (this.seenBefore.has(seenKey)) return;
      if (isHint && this.progress.seen.size >= MOST_SEEN) return;
      if (isHint) this.progress.seen.add(seenKey);
    }
    this.rows.set(key, eni);
  }

  /** The page as it is sent. */
  toPage(): EnisPage {
    const now = Date.now();
    const { scan, progress } = this;
    return {
      items: [...this.rows.values()],
      cursor: progress.isComplete ? null : writeCursor(progress.toState(now)),
      scope: {
        accounts: [...new Set(scan.cells.map(({ account }) => account.name))],
        regions: [...new Set(scan.cells.map(({ region }) => region))],
      },
      pending: progress.pendingCells.map(({ account, region }) => ({ account: account.name, region })),
      scanned: this.scanned,
      filteredAfter: scan.plan.filteredAfter,
      failures: this.failures,
      caveats: [...this.caveats, ...staleCaveats(this.calls, now)],
      asOf: asOfOldest(this.calls, now),
      upstream: this.calls,
    };
  }
}
