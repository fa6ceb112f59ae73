import 'server-only';
import type { IncomingHttpHeaders } from 'node:http';
import type { Refusal } from './request-rule';

/** Headers that proxies add to a request that they forward, and that no direct client sends. */
const BY_PROXY = /^(x-forwarded-.*|forwarded|via|x-real-ip)$/;

const SIGN_IN_NEEDED: Refusal = {
  code: 'sign_in_needed',
  detail:
    'A proxy has passed this on, and without sign-in everybody who reaches the proxy would see everything. Set ENI_ATLAS_AUTH; ' +
    'or, where nobody else can reach it, ENI_ATLAS_I_UNDERSTAND_NO_AUTH=loopback-published.',
};

/**
 * Why a dashboard without sign-in does not answer a request that a proxy has forwarded; null where no proxy shows. A
 * proxy that adds no header cannot be detected. docs/decisions/0064-behind-a-proxy.md
 */
export function refusalBehindProxy(headers: IncomingHttpHeaders): Refusal | null {
  for (const name in headers) if (BY_PROXY.test(name)) return SIGN_IN_NEEDED;
  return null;
}
