import { ipv4Number } from '@/lib/eni/ip';
import { isMacPart } from '../mac';
import { type MixedForm, readMixed } from '../mixed';

/** The form of an exact value: an address, a MAC, an id; or the name of an ENI or an instance. */
export type AskForm = Exclude<MixedForm, 'cidr'> | 'name';

/** One exact value that is asked for, in its canonical spelling. */
export type AskValue = { value: string; form: AskForm };

const MASKED = /[*x]/;

/**
 * An exact value in any spelling: an IPv4 or IPv6 address, a MAC, an id. Null for what is none: a CIDR, a MAC in
 * part or with masked digits, a word with a star.
 */
export function readExact(text: string): AskValue | null {
  const mixed = readMixed(text);
  if (mixed === null || mixed.form === 'cidr') return null;
  if (mixed.form === 'mac' && (MASKED.test(mixed.value) || isMacPart(mixed.value))) return null;
  return { value: mixed.value, form: mixed.form };
}

/** Blocks whose addresses no EIP can have: private ones, those of carriers, loopback, link-local. RFC 6890. */
const NEVER_PUBLIC: readonly [first: string, length: number][] = [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
];

/** Whether an IPv4 address may be that of an EIP. */
export function mayBeEip(address: string): boolean {
  const value = ipv4Number(address);
  if (value === null) return false;
  return !NEVER_PUBLIC.some(([first, length]) => {
    const size = 2 ** (32 - length);
    const from = ipv4Number(first) as number;
    return value >= from && value < from + size;
  });
}

/** Whether a value can be in one place only, so that one hit ends the search. An address need not be an EIP. */
export function isOfOnePlace({ form, value }: AskValue): boolean {
  switch (form) {
    case 'eni':
    case 'instance':
    case 'mac':
    case 'allocation':
      return true;
    case 'ipv4':
      return mayBeEip(value);
    default:
      return false;
  }
}
