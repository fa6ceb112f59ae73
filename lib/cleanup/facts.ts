import { type Eni, eipsOf } from '@/lib/eni/eni';
import { ownAddresses } from './holding';

/** Addresses and prefixes in the form that may be written into a script. */
const PLAIN = /^[0-9A-Fa-f.:/]+$/;
const WORD = /^[A-Za-z]+$/;

function entriesOf(eni: Eni): [name: string, value: string][] {
  const { status, ipv4Prefixes, ipv6Addresses, ipv6Prefixes, instanceId, attachment } = eni;
  const some = (name: string, values: readonly (string | null | undefined)[]) =>
    values.flatMap((value): [string, string][] => (value ? [[name, value]] : []));
  return [
    ...some('eip', eipsOf(eni)),
    ...some('instance', [instanceId, attachment?.instanceId]),
    ...some('ip', [...ownAddresses(eni), ...ipv6Addresses.map(({ ipv6Address }) => ipv6Address)]),
    ...some('prefix', [...ipv4Prefixes, ...ipv6Prefixes]),
    ...some('status', [status]),
  ];
}

/** Whether all that a check compares can be read: a masked address (`172.17.**.**`) cannot. */
export function isComparable(eni: Eni): boolean {
  return entriesOf(eni).every(
    ([name, value]) => name === 'instance' || (name === 'status' ? WORD : PLAIN).test(value),
  );
}

/**
 * The text that the check before a step compares, as both scripts write it: `ip=10.0.0.9 prefix=10.0.1.0/28
 * status=Available`, each fact once, in the order of their bytes.
 */
export function factsOf(eni: Eni): string {
  const facts = new Set(entriesOf(eni).map(([name, value]) => `${name}=${value}`));
  return [...facts].sort((a, b) => (a < b ? -1 : 1)).join(' ');
}
