import { parseAddress } from '@/lib/eni/ip';

/** Why a piece of a list is no address, no id and no name; the catalogue says it as `answer.unread.<why>`. */
export const UNREAD_REASONS = [
  'octet',
  'octets',
  'zero',
  'length',
  'range',
  'pattern',
  'mac',
  'ipv6',
  'number',
  'tooMany',
  'phrase',
] as const;

export type UnreadReason = (typeof UNREAD_REASONS)[number];

const DOTTED = /^\d+(?:\.\d+)+(?:\/\d+)?$/;
const HEX_PAIRS = /^[0-9a-z]{1,2}(?:[:-][0-9a-z]{1,2}){3,}$/i;
const MOST_OCTET = 255;

function ofDotted(text: string): UnreadReason {
  const [address = '', length] = text.split('/');
  const octets = address.split('.');
  if (octets.some((octet) => Number(octet) > MOST_OCTET)) return 'octet';
  if (octets.length !== 4) return 'octets';
  if (octets.some((octet) => octet.length > 1 && octet.startsWith('0'))) return 'zero';
  return length === undefined ? 'phrase' : 'length';
}

/** Why a text was not read. */
export function whyUnread(text: string): UnreadReason {
  if (DOTTED.test(text)) return ofDotted(text);
  if (/[*?]/.test(text)) return 'pattern';
  const ends = text.split(/-|\.\.|~|–/);
  if (ends.length === 2 && ends.every((end) => parseAddress(end.trim()) !== null)) return 'range';
  if (HEX_PAIRS.test(text)) return 'mac';
  if (/^[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:/]*$/i.test(text)) return 'ipv6';
  return /^[\d\s]+$/.test(text) ? 'number' : 'phrase';
}

/** As names of ENIs and instances are spelled. Source: CreateNetworkInterface, RunInstances. */
const NAME = /^(?=.*\p{L})[\p{L}\p{N}][\p{L}\p{N}._:-]{1,127}$/u;

/** Whether a text may be the name of an ENI or an instance, and nothing that was to be an address. */
export function mayBeName(text: string): boolean {
  return NAME.test(text) && whyUnread(text) === 'phrase';
}
