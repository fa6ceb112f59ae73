import { type Eni, eniKey } from '@/lib/eni/eni';
import { parseBlock } from '@/lib/eni/ip';
import { type ColumnDefinition, columnDefinition, type TableColumn } from './columns';

export type Sort = { column: TableColumn; descending: boolean };

const collator = new Intl.Collator('en', { numeric: true });
const IPV6_AFTER_IPV4 = 1n << 32n;

type Place = string | number | bigint | null;

/** What a value sorts by, worked out once a row. Null goes last: absent, and text that is no address or time. */
function placeOf(sortAs: ColumnDefinition['sortAs'], value: string | number | null): Place {
  if (value === null || sortAs === 'text') return value;
  if (sortAs === 'number') return Number(value);
  if (sortAs === 'time') {
    const time = Date.parse(String(value));
    return Number.isNaN(time) ? null : time;
  }
  const block = parseBlock(String(value));
  if (block === null) return null;
  return block.family === 4 ? Number(block.first) : block.first + IPV6_AFTER_IPV4;
}

/**
 * The rank of each text among those of a column; texts that count as equal have the same. Columns hold few different
 * texts, and to compare two of them takes the collator longer than all the rest of sorting.
 */
function rankTexts(places: readonly Place[]): Map<Place, number> {
  const texts = [...new Set(places.filter((place) => typeof place === 'string'))].sort(collator.compare);
  const ranks = new Map<Place, number>();
  let rank = 0;
  texts.forEach((text, at) => {
    if (at > 0 && collator.compare(texts[at - 1] ?? '', text) !== 0) rank++;
    ranks.set(text, rank);
  });
  return ranks;
}

function comparePlaces(a: NonNullable<Place>, b: NonNullable<Place>): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The rows in another order; a new array. Addresses sort as numbers, names as people count (`node-9` before
 * `node-10`); what has no place comes last in both directions; equal rows go by their key, so the order is always one.
 */
export function sortEnis(enis: readonly Eni[], sort: Sort | null): readonly Eni[] {
  if (sort === null) return enis;
  const { sortAs, read } = columnDefinition(sort.column);
  const places = enis.map((eni) => placeOf(sortAs, read(eni)));
  const ranks = rankTexts(places);
  const rows = enis.map((eni, at) => {
    const place = places[at] ?? null;
    return { eni, key: eniKey(eni), place: ranks.get(place) ?? place };
  });
  rows.sort((a, b) => {
    if (a.place === null || b.place === null) {
      if (a.place !== b.place) return a.place === null ? 1 : -1;
    } else {
      const order = comparePlaces(a.place, b.place);
      if (order !== 0) return sort.descending ? -order : order;
    }
    return a.key < b.key ? -1 : 1;
  });
  return rows.map((row) => row.eni);
}
