import 'server-only';
import { eniKey } from '@/lib/eni/eni';
import type { Caveat, EnisPage, Explanation, Failure, Place, UpstreamCall } from '@/lib/eni/page';
import { isOwn, type PlannedQuery } from '@/lib/search/reading/plan';
import type { EniRow } from '../aliyun/eni-row';
import { asOfOldest, staleCaveats } from '../provenance';
import type { HintedRows } from './hinted-rows';
import type { Scan } from './state';

/** A page whose rows are text. */
export type RowsPage = Omit<EnisPage, 'items'> & { items: EniRow[] };

/** A page in the making. */
export class PageInProgress {
  readonly rows = new Map<string, EniRow>();
  readonly failures: Failure[] = [];
  readonly caveats: Caveat[] = [];
  readonly calls: UpstreamCall[] = [];
  readonly explained: Explanation[] = [];
  /** Accepts all rows that come, however many were requested. */
  isEndless = false;
  /**
   * Rows read, each once: rows of hints count when they are given, as the query that contains them brings them again.
   */
  private scanned = 0;

  constructor(
    private readonly scan: Scan,
    readonly limit: number,
  ) {}

  get isFull(): boolean {
    return !this.isEndless && this.rows.size >= this.limit;
  }

  /** Takes a row in, if it belongs to the query itself and matches the search. */
  give(query: PlannedQuery, row: EniRow, hinted: HintedRows): void {
    const { plan } = this.scan;
    // Where the search matches everything, we need not look at the ENI itself.
    const isMeant = plan.keepsAll || (isOwn(query, row.eni) && plan.keep(row.eni));
    const isHint = query.kind === 'describe' && query.hint;
    if (isHint ? !isMeant || !hinted.add(row) : isMeant && hinted.has(row)) return;
    this.scanned++;
    if (isMeant) this.rows.set(eniKey(row), row);
  }

  /** The page as it is sent. */
  toPage(cursor: string | null, pending: Place[]): RowsPage {
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
