import { filterOf } from '../filters';
import { splitAt, unescapeText } from '../list-text';
import type { FilterTerm } from '../search';

export type RequestTag = { Key: string; Value?: string };

/**
 * Request parameters of DescribeNetworkInterfaces that filter, under the API's own names.
 * Source: DescribeNetworkInterfaces, 2014-05-26.
 */
export type RequestParams = {
  Status?: string;
  Type?: string;
  VpcId?: string;
  VSwitchId?: string;
  InstanceId?: string;
  SecurityGroupId?: string;
  ResourceGroupId?: string;
  NetworkInterfaceName?: string;
  ServiceManaged?: string;
  PrimaryIpAddress?: string;
  NetworkInterfaceId?: string[];
  PrivateIpAddress?: string[];
  Ipv6Address?: string[];
  Tag?: RequestTag[];
};

const hasStar = (spelling: string) => splitAt(spelling, '*').length > 1;

/** NetworkInterfaceName as documented; any other name is looked for after reading. */
const NAME = /^[\p{L}\p{N}:_.-]{2,128}$/u;

/** Whether the API can look for an ENI by this name. */
export function isSendableName(name: string): boolean {
  return NAME.test(name);
}

/** The values of a term as the API takes them, or null when the API cannot apply the term as a whole. */
export function sendableValues(term: FilterTerm): string[] | null {
  const { kind, send } = filterOf(term.key);
  if (!send || kind === 'tag') return null;
  const { only } = send;
  if (only && !term.values.every((value) => only.includes(value))) return null;
  if (kind === 'bool') return term.values.length === 1 ? term.values : null;
  if (kind !== 'glob') return term.values;
  const names = term.values.map(unescapeText);
  return term.values.some(hasStar) || !names.every((name) => NAME.test(name)) ? null : names;
}

function toRequestTag(spelling: string): RequestTag | null {
  const [key = '', ...rest] = splitAt(spelling, ':');
  const value = rest.join(':');
  const Key = unescapeText(key);
  if (rest.length === 0 || value === '*') return { Key };
  // An empty Value would be read as no value by the RPC gateway, so "the tag is empty" runs after reading.
  return value === '' || hasStar(value) ? null : { Key, Value: unescapeText(value) };
}

/** The tag terms that the API can apply: one value each, up to 20 in a call. */
export function sendableTags(terms: readonly FilterTerm[]): { term: FilterTerm; tag: RequestTag }[] {
  return terms
    .filter((term) => term.key === 'tag' && term.values.length === 1)
    .flatMap((term) => {
      const tag = toRequestTag(term.values[0] ?? '');
      return tag ? [{ term, tag }] : [];
    })
    .slice(0, 20);
}
