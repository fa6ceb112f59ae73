import 'server-only';
import { type Eni, eniKey } from '@/lib/eni/eni';
import type { Caveat, EnisPage, Failure } from '@/lib/eni/page';
import { type ExportEnd, isComplete } from '@/lib/export/export-provenance';
import { joinCaveats } from '@/lib/search/reading/merge';

/** The combined reports of an export's pages. It keeps only the ids of the ENIs, so that none comes twice. */
export class Tally {
  rows = 0;
  private readonly seen = new Set<string>();
  private scanned = 0;
  private calls = 0;
  private asOf: string | null = null;
  private readonly failures: Failure[] = [];
  private caveats: Caveat[] = [];

  /** Adds a page, and returns those of its ENIs that are new. */
  add(page: EnisPage): Eni[] {
    this.scanned += page.scanned;
    this.calls += page.upstream.filter(({ cached }) => !cached).length;
    if (this.asOf === null || page.asOf < this.asOf) this.asOf = page.asOf;
    this.failures.push(...page.failures);
    this.caveats = joinCaveats([{ caveats: this.caveats }, page]);
    return page.items.filter((eni) => {
      const before = this.seen.size;
      this.seen.add(eniKey(eni));
      return this.seen.size > before;
    });
  }

  /** Adds the results of reading something other than ENIs. */
  addExtra({ calls, caveats }: { calls: number; caveats: Caveat[] }): void {
    this.calls += calls;
    this.caveats = joinCaveats([{ caveats: this.caveats }, { caveats }]);
  }

  toEnd(stopped: ExportEnd['stopped']): ExportEnd {
    const finished = new Date().toISOString();
    const { rows, scanned, calls, failures, caveats } = this;
    const asOf = this.asOf ?? finished;
    const end = { finished, asOf, rows, enis: this.seen.size, scanned, calls, stopped, failures, caveats };
    return { ...end, complete: isComplete(end) };
  }
}
