import 'server-only';
import { isIP } from 'node:net';
import { hostNameOf } from '../process/host-name';
import { isLoopback } from '../process/loopback';

/** Which Host names are answered: always loopback, others by configuration. */
export type HostSettings = { allowedHosts: readonly string[]; publicUrl: string | null };

/** The one Host header of a request; null where there is none or more than one. */
export function onlyHostHeader(rawHeaders: readonly string[]): string | null {
  const hosts = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host');
  return hosts.length === 1 ? (hosts[0] ?? null) : null;
}

/**
 * Whether a Host header may be answered. By DNS rebinding, a page of any site can reach a loopback port under its own
 * name; only the Host then gives it away.
 */
export function isAllowedHost(header: string, { allowedHosts, publicUrl }: HostSettings): boolean {
  const name = hostNameOf(header);
  if (name === null) return false;
  if (isLoopback(name)) return true;
  if (publicUrl && name === hostNameOf(new URL(publicUrl).host)) return true;
  return allowedHosts.some((entry) =>
    entry.startsWith('.') ? name.endsWith(entry) && !isIP(name) : name === entry,
  );
}
