import 'server-only';
import { REGION_ID } from '@/lib/eni/region';

/**
 * A resource discovery of VPC IPAM. `account` is null where the discovery serves every account without one of its own;
 * `region` is where it is hosted, null where that is the region of the search.
 */
export type IpamDiscovery = { account: string | null; id: string; region: string | null };

const ENTRY = /^(?:([^\p{C}]{1,64})=)?(ipam-res-disco-[A-Za-z0-9]{1,64})(?:@([a-z0-9-]+))?$/u;

function entryOf(text: string): IpamDiscovery | null {
  const [, account = null, id, region = null] = ENTRY.exec(text) ?? [];
  if (id === undefined || (region !== null && !REGION_ID.test(region))) return null;
  return { account, id, region };
}

/** Parses `id`, `account=id` and `account=id@region`, comma-separated, at most one for each account. */
export function asDiscoveries(text: string): IpamDiscovery[] | undefined {
  const entries = text.split(',').map((item) => entryOf(item.trim()));
  const found = entries.filter((entry) => entry !== null);
  const isWhole = found.length === entries.length;
  return isWhole && new Set(found.map(({ account }) => account)).size === found.length ? found : undefined;
}

/** The discovery that sees the addresses of an account; null where none is configured. */
export function discoveryOf(account: string, all: readonly IpamDiscovery[]): IpamDiscovery | null {
  return all.find((one) => one.account === account) ?? all.find((one) => one.account === null) ?? null;
}
