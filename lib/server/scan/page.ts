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
  /** Rows read, each once: those of hints when they are given, as the query that contains them brings them again. */
  scanned = 0;

  constructor(
    private readonly scan: Scan,
    private readonly progress: ScanProgress,
    readonly limit: number,
  ) {}

  get isFull(): boolean {
    return this.rows.size >= this.limit;
  }

  /** Takes a row in, where it is the query's own and the search means it. */
  give(query: PlannedQuery, eni: Eni): void {
    const { seen } = this.progress;
    const key = eniKey(eni);
    const isHint = query.kind === 'describe' && query.hint;
    const isMeant = isOwn(query, eni) && this.scan.plan.keep(eni);
    if (isHint) {
      const seenKey = digest(key, 8);
      if (!isMeant || seen.has(seenKey) || seen.size >= MOST_SEEN) return;
      seen.add(seenKey);
    } else if (isMeant && seen.size > 0 && seen.has(digest(key, 8))) return;
    this.scanned++;
    if (isMeant) this.rows.set(key, eni);
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
