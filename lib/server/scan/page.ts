import 'server-only';
import { type Eni, eniKey } from '@/lib/eni/eni';
import type { Caveat, EnisPage, Explanation, Failure, Place, UpstreamCall } from '@/lib/eni/page';
import { isOwn, type PlannedQuery } from '@/lib/search/plan';
import { asOfOldest, staleCaveats } from '../provenance';
import type { HintedRows } from './hinted-rows';
import type { Scan } from './state';

/** A page in the making. */
export class PageInProgress {
  readonly rows = new Map<string, Eni>();
  readonly failures: Failure[] = [];
  readonly caveats: Caveat[] = [];
  readonly calls: UpstreamCall[] = [];
  readonly explained: Explanation[] = [];
  /** Takes whatever comes, whatever was asked for. */
  isEndless = false;
  /** Rows read, each once: those of hints when they are given, as the query that contains them brings them again. */
  private scanned = 0;

  constructor(
    private readonly scan: Scan,
    readonly limit: number,
  ) {}

  get isFull(): boolean {
    return !this.isEndless && this.rows.size >= this.limit;
  }

  /** Takes a row in, where it is the query's own and the search means it. */
  give(query: PlannedQuery, eni: Eni, hinted: HintedRows): void {
    const isMeant = isOwn(query, eni) && this.scan.plan.keep(eni);
    const isHint = query.kind === 'describe' && query.hint;
    if (isHint ? !isMeant || !hinted.add(eni) : isMeant && hinted.has(eni)) return;
    this.scanned++;
    if (isMeant) this.rows.set(eniKey(eni), eni);
  }

  /** The page as it is sent. */
  toPage(cursor: string | null, pending: Place[]): EnisPage {
    const now = Date.now();
    const { scan } = this;
    return {
      items: [...this.rows.values()],
      cursor,
      scope: {
        accounts: [...new Set(scan.places.map(({ account }) => account.name))],
        regions: [...new Set(scan.places.map(({ region }) => region))],
        ...(scan.limited && { limited: true }),
      },
      pending,
      scanned: this.scanned,
      filteredAfter: scan.plan.filteredAfter,
      failures: this.failures,
      caveats: [...this.caveats, ...staleCaveats(this.calls, now)],
      asOf: asOfOldest(this.calls, now),
      upstream: this.calls,
      explain: this.explained,
    };
  }
}
