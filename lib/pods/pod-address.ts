import { formatAddress, parseAddress } from '@/lib/eni/ip';

/** The addresses of a cell of kubectl's, in canonical spelling, each once; null where it is no list of addresses. */
export function readAddresses(text: string): string[] | null {
  if (text === '' || text === '<none>') return [];
  const addresses = text.split(',').map((part) => parseAddress(part.trim()));
  if (!addresses.every((address) => address !== null)) return null;
  return [...new Set(addresses.map(formatAddress))];
}
