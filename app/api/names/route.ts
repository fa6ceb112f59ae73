import { isNameKind, MOST_NAME_IDS, NAME_KINDS, type NameIds } from '@/lib/eni/names';
import { ProblemError } from '@/lib/eni/problem';
import { handler, json, methodNotAllowed, refuse } from '@/lib/server/http/handler';
import { readParams, readSearch, requireOnePlace } from '@/lib/server/http/parameters';
import { namesOf } from '@/lib/server/names';
import { timeLimit } from '@/lib/server/time-limit';

const ALLOWED = ['account', 'region', ...NAME_KINDS];
/** The longest that names are waited for, in ms: ids are on the screen meanwhile. */
const DEADLINE = 8_000;

function readIds(params: URLSearchParams) {
  const { accounts, regions, terms } = readSearch(params, [], ALLOWED);
  requireOnePlace({ accounts, regions });
  const ids: NameIds = {};
  for (const { key, negated, values } of terms) {
    const field = `${negated ? '-' : ''}${key}`;
    if (!isNameKind(key) || negated) {
      refuse([{ field, code: 'unknown_parameter', allowed: ALLOWED }]);
    } else {
      if (values.length > MOST_NAME_IDS)
        refuse([{ field, code: 'too_many', allowed: [`at most ${MOST_NAME_IDS}`] }]);
      ids[key] = values;
    }
  }
  if (Object.keys(ids).length === 0)
    throw new ProblemError('missing_parameter', {
      allowed: [...NAME_KINDS],
      detail: `At least one of ${NAME_KINDS.join(', ')}, with the ids to name.`,
    });
  return { scope: { accounts, regions }, ids };
}

export const GET = handler(async (request, visit) => {
  const { scope, ids } = readIds(readParams(request));
  const kinds = Object.keys(ids);
  visit.note(kinds, JSON.stringify(ids));
  const granted = await visit.scope(scope);
  const { trace } = visit;
  const limit = timeLimit(DEADLINE, trace.signal);
  try {
    const names = await namesOf(granted, ids, { ...trace, signal: limit.signal });
    visit.rows = names.items.length;
    return json(names);
  } finally {
    limit.clear();
  }
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
