import { parseAuditSearch } from '@/lib/audit/audit-search';
import { ProblemError } from '@/lib/eni/problem';
import { auditState } from '@/lib/server/audit/audit';
import { readAudit } from '@/lib/server/audit/read-audit';
import { tokensEnding } from '@/lib/server/auth/access';
import { mayEverywhere } from '@/lib/server/auth/grants';
import { config } from '@/lib/server/config/config';
import { handler, json, methodNotAllowed, refuse } from '@/lib/server/http/handler';
import { readUtcOffset } from '@/lib/server/http/utc-offset';

/** A line may name any account, so only people who may see all of them may see the trail. docs/decisions/0056 */
export const GET = handler(async (request, visit) => {
  const params = new URL(request.url).searchParams;
  const { search, issues } = parseAuditSearch(params, ['utcOffset']);
  refuse(issues);
  const utcOffset = readUtcOffset(params);
  if (!mayEverywhere(visit.rights, 'admin'))
    throw new ProblemError('role_needed', {
      allowed: ['admin'],
      detail: 'The audit trail takes the role admin in all accounts and regions.',
    });
  const { auditFile } = config();
  const state = auditState();
  if (auditFile === null || state === null)
    throw new ProblemError('not_found', {
      detail: 'There is no audit trail: ENI_ATLAS_AUDIT_FILE is not set.',
    });
  const answer = await readAudit(auditFile, search, { utcOffset, now: Date.now() });
  visit.rows = answer.notable.length + answer.others.length;
  const ending = tokensEnding().map(({ id, name, owner, expires }) => ({ id, name, owner, expires }));
  return json({ ...answer, tokensEnding: ending, isWritable: state.isWritable });
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
