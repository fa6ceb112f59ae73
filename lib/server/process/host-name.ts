import 'server-only';
import { isIP } from 'node:net';

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
