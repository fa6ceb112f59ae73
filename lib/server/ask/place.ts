import 'server-only';
import type { AskedHit, PlaceAnswer } from '@/lib/eni/ask';
import type { Eni } from '@/lib/eni/eni';
import { ProblemError } from '@/lib/eni/problem';
import type { AskValue } from '@/lib/search/ask-values';
import { findAsked } from '@/lib/search/found';
import type { Cell } from '../aliyun/client';
import { countNetworkInterfaces, MAX_RESULTS } from '../aliyun/describe-network-interfaces';
import type { Trace } from '../aliyun/upstream';
import { config } from '../config';
import { readEnisPage } from '../enis';
import { asOfOldest } from '../scan/provenance';

/** A place that costs no more calls than this to read is read unasked. */
const MOST_UNASKED = 20;

async function readAllEnis({ account, region }: Cell, trace: Trace): Promise<Eni[]> {
  const enis: Eni[] = [];
  let cursor: string | null = null;
  do {
    const search = { accounts: [account.name], regions: [region], terms: [] };
    const page: Awaited<ReturnType<typeof readEnisPage>> = await readEnisPage(
      search,
      { limit: MAX_RESULTS, cursor },
      trace,
    );
    enis.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  return enis;
}

function hitsIn(values: readonly AskValue[], enis: readonly Eni[]): AskedHit[] {
  const any = values.filter(({ form }) => form !== 'name').map(({ value }) => value);
  const found = findAsked({ key: 'any', negated: false, values: any }, enis);
  const names = new Set(values.filter(({ form }) => form === 'name').map(({ value }) => value));
  return [
    ...found.items.flatMap(({ value, holders }) =>
      holders.map(({ eni, way }): AskedHit => ({ value, way, eni, eip: null })),
    ),
    ...enis.flatMap((eni): AskedHit[] =>
      eni.name !== null && names.has(eni.name) ? [{ value: eni.name, way: 'name', eni, eip: null }] : [],
    ),
  ];
}

/** What one place says to exact values. */
export async function askPlace(
  cell: Cell,
  values: readonly AskValue[],
  readAll: boolean,
  asked: Trace,
): Promise<PlaceAnswer> {
  const trace: Trace = { ...asked, calls: [] };
  const answer: PlaceAnswer = {
    account: cell.account.name,
    region: cell.region,
    state: 'settled',
    hits: [],
    open: [],
    price: null,
    denied: [],
    enis: null,
    problem: null,
    asOf: new Date().toISOString(),
    upstream: trace.calls,
  };
  try {
    answer.enis = await countNetworkInterfaces(cell, {}, trace);
    const calls = Math.ceil((answer.enis ?? 0) / MAX_RESULTS);
    if (calls > MOST_UNASKED && !readAll) {
      answer.state = 'open';
      answer.open = values.map(({ value }) => value);
      answer.price = { calls, seconds: Math.ceil(calls / config().rate) };
    } else if (calls > 0) answer.hits = hitsIn(values, await readAllEnis(cell, trace));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    answer.state = 'failed';
    answer.problem = error.problem;
  }
  asked.calls.push(...trace.calls);
  return { ...answer, asOf: asOfOldest(trace.calls, Date.now()) };
}
