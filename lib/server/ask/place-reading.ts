import 'server-only';
import type { Eni } from '@/lib/eni/eni';
import type { EnisPage } from '@/lib/eni/page';
import { ProblemError } from '@/lib/eni/problem';
import type { FilterTerm } from '@/lib/search/search';
import { MAX_RESULTS } from '../aliyun/describe-network-interfaces';
import type { Trace } from '../aliyun/upstream';
import { readEnisPage } from '../enis';
import { PagesReader } from '../export/read-pages';
import { type GrantedScope, toldScope } from '../scope';

/** A page of a reading. `isCut`: the API has ended the list before its end. */
export type ReadPage = { enis: Eni[]; isCut: boolean };

const CUT: readonly string[] = ['token_repeated', 'too_many_pages', 'lanes_incomplete'];

const toReadPage = ({ items, caveats }: EnisPage): ReadPage => ({
  enis: items,
  isCut: caveats.some(({ code }) => CUT.includes(code)),
});

/**
 * The ENIs of a place, a scope of one cell, or of one vSwitch of it, page by page. A costly place is read like an
 * export: in parallel, and with patience. A cheap one takes the fewest calls, one after another.
 */
export async function* enisOf(
  place: GrantedScope,
  vSwitchId: string | null,
  isDear: boolean,
  trace: Trace,
): AsyncGenerator<ReadPage, void> {
  const terms: FilterTerm[] =
    vSwitchId === null ? [] : [{ key: 'vswitch', negated: false, values: [vSwitchId] }];
  const { accounts, regions } = toldScope(place);
  const search = { accounts, regions, terms };
  if (isDear) {
    for await (const page of new PagesReader(place, trace, trace.signal).read(search)) {
      trace.calls.push(...page.upstream);
      const [failure] = page.failures;
      if (failure) throw new ProblemError(failure.problem.code, failure.problem);
      yield toReadPage(page);
    }
    return;
  }
  let cursor: string | null = null;
  do {
    const page: EnisPage = await readEnisPage(search, place, { limit: MAX_RESULTS, cursor }, trace);
    cursor = page.cursor;
    yield toReadPage(page);
  } while (cursor !== null);
}
