import 'server-only';
import { isIP } from 'node:net';

/** Whether a host, without brackets or port, names this machine only: `localhost`, 127.0.0.0/8 or ::1. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true;
  // isIP, not the prefix: 127.attacker.example begins with 127. too.
  return isIP(host) === 4 && host.startsWith('127.');
}
