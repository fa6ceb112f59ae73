import type { Eni } from '@/lib/eni/eni';
import { eipsOf } from '@/lib/eni/eni';

/** The part of an ENI that matches the typed text. */
export type MatchedBy = 'name' | 'id' | 'primary' | 'secondary' | 'ipv6' | 'eip' | 'mac';

/** A row that matches: the matching text, and where in it. */
export type EniMatch = { eni: Eni; by: MatchedBy; text: string; at: number };

type Ranked = EniMatch & { rank: number; row: number };

/** How many rows are searched between two looks at the clock. */
const STRIDE = 500;

/** A shorter text matches nearly everything. */
const FEWEST = 2;

function better(a: Ranked, b: Ranked): boolean {
  if (a.rank !== b.rank) return a.rank < b.rank;
  return a.text.length !== b.text.length ? a.text.length < b.text.length : a.row < b.row;
}

function* textsOf(eni: Eni): Generator<[MatchedBy, string | null]> {
  yield ['name', eni.name];
  yield ['id', eni.id];
  yield ['primary', eni.privateIpAddress];
  for (const { privateIpAddress } of eni.privateIps)
    if (privateIpAddress !== eni.privateIpAddress) yield ['secondary', privateIpAddress];
  for (const { ipv6Address } of eni.ipv6Addresses) yield ['ipv6', ipv6Address];
  for (const eip of eipsOf(eni)) yield ['eip', eip];
  yield ['mac', eni.macAddress];
}

function bestOf(eni: Eni, row: number, wanted: string): Ranked | null {
  let best: Ranked | null = null;
  for (const [by, text] of textsOf(eni)) {
    const at = text === null ? -1 : text.toLowerCase().indexOf(wanted);
    if (text === null || at < 0) continue;
    const rank = at > 0 ? 2 : text.length === wanted.length ? 0 : 1;
    const match = { eni, by, text, at, rank, row };
    if (best === null || better(match, best)) best = match;
  }
  return best;
}

/**
 * The rows whose name, id or an address contains the text, the best first: whole matches, then beginnings, then the
 * shortest. One step is a few hundred rows, so that 100,000 rows block no one.
 */
export function* findEnis(text: string, enis: readonly Eni[], most = 8): Generator<number, EniMatch[], void> {
  const wanted = text.trim().toLowerCase();
  const found: Ranked[] = [];
  if (wanted.length < FEWEST) return [];
  for (const [row, eni] of enis.entries()) {
    if (row % STRIDE === 0) yield row;
    const match = bestOf(eni, row, wanted);
    const last = found[most - 1];
    if (match === null || (last !== undefined && !better(match, last))) continue;
    const at = found.findIndex((each) => better(match, each));
    found.splice(at < 0 ? found.length : at, 0, match);
    found.length = Math.min(found.length, most);
  }
  return found.map(({ rank: _rank, row: _row, ...match }) => match);
}
