import { readExact } from '@/lib/search/ask/values';
import type { FilterKey } from '@/lib/search/filters';
import { type Beside, inOrder } from '@/lib/search/intake/beside';
import { mayBeName, type UnreadReason, whyUnread } from '@/lib/search/intake/unread';
import { unescapeText } from '@/lib/search/list-text';
import { isMacPart } from '@/lib/search/mac';
import { readMixed } from '@/lib/search/mixed';
import type { FilterTerm, Search } from '@/lib/search/search';

/**
 * One thing of what was asked, as it was asked.
 * - `value`: an address, MAC or id, asked everywhere.
 * - `name`: of an ENI or an instance, asked everywhere.
 * - `block`: a CIDR or a part of a MAC, looked for in the view's own scope only.
 */
export type QuestionItem =
  | { text: string; as: 'value' | 'name' | 'block' }
  | { text: string; as: 'unread'; why: UnreadReason };

/** A search as a question to every account and region. */
export type Question = {
  term: FilterTerm;
  /** In the order in which they were pasted. */
  items: readonly QuestionItem[];
  values: readonly string[];
  names: readonly string[];
  /** It asks for one thing, so the answer is a card and not a list; words around that are told beside it. */
  isOne: boolean;
  /**
   * A VPC, a vSwitch, a security or resource group: thousands may have it, and where the view has it, the table is the
   * answer.
   */
  isOfMany: boolean;
};

/** The filters that a question may come from: those of addresses and ids. */
const ASKS: readonly FilterKey[] = ['any', 'ip', 'eip', 'ipv6', 'mac', 'eni', 'instance', 'name'];
const OF_MANY: readonly FilterKey[] = ['vpc', 'vswitch', 'sg', 'rg'];
const FORMS_OF_MANY: readonly string[] = OF_MANY;

/** Each name is a call or two for each place. */
const MOST_NAMES = 40;

function isPartOfMac(value: string): boolean {
  const mixed = readMixed(value);
  return mixed?.form === 'mac' && isMacPart(mixed.value);
}

function itemOf(key: FilterKey, value: string): QuestionItem | null {
  if (key === 'name')
    return /(^|[^\\])(\\\\)*\*/.test(value) ? null : { text: unescapeText(value), as: 'name' };
  const isPresence = (key === 'eip' || key === 'ipv6') && (value === 'true' || value === 'false');
  if (isPresence) return null;
  if (readExact(value)) return { text: value, as: 'value' };
  return value.includes('/') || isPartOfMac(value) ? { text: value, as: 'block' } : null;
}

function besideItem(text: string, hasRoom: boolean): QuestionItem {
  if (!mayBeName(text)) return { text, as: 'unread', why: whyUnread(text) };
  return hasRoom ? { text, as: 'name' } : { text, as: 'unread', why: 'tooMany' };
}

/**
 * The question that a search asks; null for a search that is no question. A filter beside it narrows the view, and then
 * a holder elsewhere does not answer it.
 * @param beside what a paste held beside the values
 */
export function questionOf(search: Search, beside: readonly Beside[]): Question | null {
  const [term, ...others] = search.terms;
  if (!term || others.length > 0 || term.negated) return null;
  const { key, values } = term;
  if (!ASKS.includes(key) && !OF_MANY.includes(key)) return null;
  const read = new Map(values.map((value) => [value, itemOf(key, value)]));
  if ([...read.values()].includes(null)) return null;
  let names = 0;
  const items = inOrder(values, beside).map(({ text, isValue }): QuestionItem => {
    const item = isValue ? (read.get(text) as QuestionItem) : besideItem(text, names < MOST_NAMES);
    if (item.as === 'name') names += 1;
    return item;
  });
  const isProse = (item: QuestionItem) => item.as === 'unread' && item.why === 'phrase';
  const things = items.filter((item) => !isProse(item));
  const isOne = things.length === 1;
  const of = (as: QuestionItem['as']) => items.filter((item) => item.as === as).map(({ text }) => text);
  // One name, one block and several groups are filters of the table.
  const isFilter = isOne ? key === 'name' || things[0]?.as === 'block' : OF_MANY.includes(key);
  if (isFilter) return null;
  const form = isOne ? readExact(things[0]?.text ?? '')?.form : undefined;
  return {
    term,
    items,
    values: of('value'),
    names: of('name'),
    isOne,
    isOfMany: form !== undefined && FORMS_OF_MANY.includes(form),
  };
}
