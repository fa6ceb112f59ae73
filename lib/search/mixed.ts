import { formatAddress, formatBlock, parseAddress, parseBlock } from '@/lib/eni/ip';
import { isCertainMac, macPart } from './mac';

/** Ids whose first letters tell their kind; the name of each is the filter key that has them, except `allocation`. */
const ID_PREFIXES = {
  'eni-': 'eni',
  'vpc-': 'vpc',
  'vsw-': 'vswitch',
  'i-': 'instance',
  'eci-': 'instance',
  'sg-': 'sg',
  'rg-': 'rg',
  'eip-': 'allocation',
} as const;

export type IdForm = (typeof ID_PREFIXES)[keyof typeof ID_PREFIXES] | 'id';

/**
 * The forms of what people ask for. `allocation` is the id of an EIP, `id` any other.
 */
export const MIXED_FORMS = [
  'ipv4',
  'ipv6',
  'cidr',
  'mac',
  'eni',
  'instance',
  'vswitch',
  'vpc',
  'sg',
  'rg',
  'allocation',
  'id',
] as const;

export type MixedForm = (typeof MIXED_FORMS)[number];

/** One thing asked for: its form, and its canonical spelling. */
export type Mixed = { form: MixedForm; value: string };

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const AFTER_PREFIX = /^[a-z0-9][a-z0-9-]{0,60}$/;
/** At least one letter: a number is a number of something else. */
const ID = /^(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

function readBlock(text: string): Mixed | null {
  const v4 = MAPPED.exec(text)?.[1];
  const address = parseAddress(v4 ?? text);
  if (address === null) {
    const block = parseBlock(text);
    if (block === null) return null;
    const value = formatBlock(block);
    return { form: value.includes('/') ? 'cidr' : block.family === 4 ? 'ipv4' : 'ipv6', value };
  }
  // A log may write 10.0.0.7 as ::ffff:a00:7.
  if (address.family === 6 && address.value >> 32n === 0xffffn)
    return { form: 'ipv4', value: formatAddress({ family: 4, value: address.value & 0xffffffffn }) };
  return { form: address.family === 4 ? 'ipv4' : 'ipv6', value: formatAddress(address) };
}

/** The kind of an id by its first letters; null if they are none of the known ones. */
export function idFormOf(text: string): Exclude<IdForm, 'id'> | null {
  const lower = text.toLowerCase();
  for (const [start, form] of Object.entries(ID_PREFIXES))
    if (lower.startsWith(start) && AFTER_PREFIX.test(lower.slice(start.length))) return form;
  return null;
}

/** How ids that a filter takes begin, as examples; none where that is not known of them. */
export function idStartsOf(key: string): string[] {
  return Object.entries(ID_PREFIXES).flatMap(([start, form]) => (form === key ? [`${start}…`] : []));
}

/** One item of a mixed list: an address, a CIDR, a MAC or the beginning of one, or an id, in any spelling; null when it is none of them. */
export function readMixed(text: string): Mixed | null {
  const block = readBlock(text);
  if (block) return block;
  const mac = isCertainMac(text) ? macPart(text, 0) : null;
  if (mac !== null) return { form: 'mac', value: mac };
  const form = idFormOf(text);
  if (form) return { form, value: text.toLowerCase() };
  return ID.test(text) ? { form: 'id', value: text } : null;
}
