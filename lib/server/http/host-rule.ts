import 'server-only';
import { isIP } from 'node:net';
import { isLoopback } from '../loopback';

/** Which Host names are answered: loopback always, others by configuration. */
export type HostSettings = { allowedHosts: readonly string[]; publicUrl: string | null };

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/;

/** The name in a Host header, in lower case and without brackets or port; null where it is not a host. */
export function hostNameOf(header: string): string | null {
  const match = HOST.exec(header.toLowerCase());
  if (!match?.[1] || Number(match[2] ?? 0) > 65_535) return null;
  const name = match[1].replace(/^\[|\]$/g, '');
  const isBracketed = name !== match[1];
  if (isBracketed !== (isIP(name) === 6)) return null;
  return name;
}

/** The one Host header of a request; null where there is none or more than one. */
export function onlyHostHeader(rawHeaders: readonly string[]): string | null {
  const hosts = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host');
  return hosts.length === 1 ? (hosts[0] ?? null) : null;
}

/**
 * Whether a Host header may be answered. A page of any site can reach a loopback port under its own name by DNS
 * rebinding; then only the Host tells.
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
