import 'server-only';
import type { ProblemCode } from '@/lib/eni/problem';
import { forwardedForOf, peerOf } from '../auth/asker';
import { config } from '../config';
import { recordAudit } from './audit';

type SignedIn = { issuer: string; subject: string; name: string; email: string | null };

/**
 * Puts a sign-in, a sign-out or a refused sign-in on record, before it is answered.
 * @param who null where nobody has shown who they are
 * @throws ProblemError `audit_unavailable`
 */
export function recordSignIn(
  { request, requestId }: { request: Request; requestId: string },
  action: 'login' | 'logout',
  who: SignedIn | null,
  refused?: { status: number; code: ProblemCode },
): void {
  const { headers } = request;
  recordAudit(
    {
      reqId: requestId,
      user: who && { iss: who.issuer, sub: who.subject, name: who.name, email: who.email },
      auth: config().authMode,
      token: null,
      session: null,
      grants: [],
      peer: peerOf(headers),
      forwardedFor: forwardedForOf(headers),
      ua: headers.get('user-agent')?.slice(0, 200) ?? null,
      action,
      scopeAsked: null,
      scopeServed: null,
      filters: null,
      fresh: false,
      rows: null,
      bytes: null,
      cloudRequestIds: [],
      cache: null,
      status: refused?.status ?? 200,
      code: refused?.code ?? null,
      ms: 0,
    },
    true,
  );
}
