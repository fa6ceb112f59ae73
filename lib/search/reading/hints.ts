import { VALUES_A_CALL } from '@/lib/eni/api-limits';
import { type FilterKey, filterOf } from '../filters';
import { readMixed } from '../mixed';
import type { FilterTerm } from '../search';
import type { RequestParams } from './sendable';

/** PrimaryIpAddress and InstanceId take one value a call; past this many only the other hints are worth asking. */
const MOST_ONE_BY_ONE = 3;
/** The first batches of a long list are requested early; the wide scan, which runs anyway, brings the others. */
const MOST_HINTS = 8;

function batches<T>(values: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(values.length / VALUES_A_CALL) }, (_, at) =>
    values.slice(at * VALUES_A_CALL, (at + 1) * VALUES_A_CALL),
  );
}

function addressHints(v4: readonly string[], v6: readonly string[]): RequestParams[] {
  return [
    ...(v4.length <= MOST_ONE_BY_ONE ? v4.map((value) => ({ PrimaryIpAddress: value })) : []),
    ...batches(v4).map((PrivateIpAddress) => ({ PrivateIpAddress })),
    ...batches(v6).map((Ipv6Address) => ({ Ipv6Address })),
  ];
}

function ipHints({ values }: FilterTerm): RequestParams[] {
  const exact = values.filter((value) => !value.includes('/'));
  return addressHints(
    exact.filter((value) => !value.includes(':')),
    exact.filter((value) => value.includes(':')),
  );
}

function mixedHints({ values }: FilterTerm): RequestParams[] {
  const items = values.flatMap((value) => readMixed(value) ?? []);
  const of = (form: string) => items.filter((item) => item.form === form).map(({ value }) => value);
  const instances = of('instance');
  return [
    ...batches(of('eni')).map((NetworkInterfaceId) => ({ NetworkInterfaceId })),
    ...addressHints(of('ipv4'), of('ipv6')),
    ...(instances.length <= MOST_ONE_BY_ONE ? instances.map((InstanceId) => ({ InstanceId })) : []),
  ];
}

const HINTS: Partial<Record<FilterKey, (term: FilterTerm) => RequestParams[]>> = {
  ip: ipHints,
  any: mixedHints,
};

/**
 * Parameters that request the things a search names outright, so that the likely answer comes in one call. The scan
 * that follows brings them too: an address may be an EIP, or lie in a prefix.
 */
export function hintsOf(terms: readonly FilterTerm[]): RequestParams[] {
  const term = terms.find(({ key }) => HINTS[key] !== undefined);
  return term ? (HINTS[term.key]?.(term) ?? []).slice(0, MOST_HINTS) : [];
}

/**
 * A mixed list of nothing but ENI ids is a filter for ENI ids, which the API applies itself.
 * @returns the term as the API knows it; any other as it is
 */
export function asIds(term: FilterTerm): FilterTerm {
  if (filterOf(term.key).kind !== 'mixed' || term.negated) return term;
  const isIds = term.values.every((value) => readMixed(value)?.form === 'eni');
  return isIds ? { ...term, key: 'eni' } : term;
}
