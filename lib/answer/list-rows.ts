import { type Eni, eniKey } from '@/lib/eni/eni';
import { addressesOf } from '@/lib/eni/eni-address';
import { type NameOf, NO_NAMES } from '@/lib/eni/names';
import { ownerOf } from '@/lib/eni/owner';
import { placeKey } from '@/lib/eni/place';
import { podName } from '@/lib/pods/pod';
import type { PodBook } from '@/lib/pods/pod-book';
import { podsAtEni } from '@/lib/pods/pods-of-eni';
import type { AnswerItem, Hit } from './answer';

/** The different ENIs that have a thing. */
export function enisOf({ hits }: Pick<AnswerItem, 'hits'>): Eni[] {
  return [...new Map(hits.flatMap(({ eni }) => (eni ? [[eniKey(eni), eni] as const] : []))).values()];
}

/** The different places that have it, as `account/region`. */
export function placesOfItem({ hits, more }: Pick<AnswerItem, 'hits' | 'more'>): string[] {
  return [...new Set([...hits, ...more].map(placeKey))];
}

export const instanceOf = (eni: Eni): string | null => eni.instanceId ?? eni.attachment?.instanceId ?? null;

/** The pods at an address that was asked for, by the ENI that has it. */
export function podsOfItem({ text, hits }: Pick<AnswerItem, 'text' | 'hits'>, book: PodBook): string[] {
  const found = hits.flatMap(({ eni, eip, way }) => {
    const own = eni && addressesOf(eni).find(({ eip }) => eip === text)?.address;
    const address = way === 'eip' ? (own ?? eip?.privateIpAddress ?? null) : text;
    if (eni === null || address === null) return [];
    return podsAtEni(book, eni, address);
  });
  return [...new Set(found.filter(({ pod }) => !pod.hostNetwork).map(({ pod }) => podName(pod)))];
}

/** The words that a copied list needs. */
export type ListWords = {
  verdict: (verdict: AnswerItem['verdict']) => string;
  way: (way: Hit['way']) => string;
  owner: (kind: ReturnType<typeof ownerOf>['kind']) => string;
  /** Why it has no holder, or what was not understood. */
  reason: (item: AnswerItem) => string;
};

export const LIST_COLUMNS = [
  'item',
  'verdict',
  'is',
  'eni',
  'eniName',
  'instance',
  'instanceName',
  'owner',
  'why',
  'pod',
  'account',
  'region',
] as const;

function hitRow(
  item: AnswerItem,
  hit: Hit,
  words: ListWords,
  nameOf: NameOf,
  pods: readonly string[],
): string[] {
  const { eni, eip } = hit;
  const owner = eni && ownerOf(eni);
  const instance = eni ? instanceOf(eni) : (eip?.instanceId ?? null);
  return [
    item.text,
    words.verdict(item.verdict),
    words.way(hit.way),
    eni?.id ?? '',
    eni?.name ?? '',
    instance ?? '',
    (instance && nameOf(instance)) ?? '',
    owner ? words.owner(owner.kind) : '',
    owner?.evidence[0]?.text ?? '',
    pods.join(' '),
    hit.account,
    hit.region,
  ];
}

/**
 * A list as it is copied: a line for each holder of each thing, and a line with the reason for each thing that has no
 * holder, was not understood, or has more holders than can be listed, so that every thing put in comes out.
 */
export function listCells(
  items: readonly AnswerItem[],
  words: ListWords,
  { nameOf = NO_NAMES, book }: { nameOf?: NameOf; book: PodBook },
): string[][] {
  return items.flatMap((item) => {
    const pods = podsOfItem(item, book);
    const rows = item.hits.map((hit) => hitRow(item, hit, words, nameOf, pods));
    const more = item.more.map(({ account, region }) => [
      item.text,
      words.verdict(item.verdict),
      ...Array<string>(8).fill(''),
      account,
      region,
    ]);
    if (rows.length + more.length > 0) return [...rows, ...more];
    const reason = [item.text, words.verdict(item.verdict), words.reason(item)];
    return [[...reason, ...Array<string>(LIST_COLUMNS.length - reason.length).fill('')]];
  });
}

/** Lines of cells parted by tabs, which a spreadsheet takes apart; no cell begins a formula there. */
export function tabLines(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => text.replace(/[\t\r\n]+/g, ' ').replace(/^(?=[=+\-@＝＋－＠])/, "'");
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}
