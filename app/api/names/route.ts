import { isNameKind, MOST_NAME_IDS, NAME_KINDS, type NameIds, type Names } from '@/lib/eni/names';
import { ProblemError } from '@/lib/eni/problem';
import { parseValue } from '@/lib/search/kinds';
import { termKey } from '@/lib/search/search';
import { handler, json, methodNotAllowed, refuse } from '@/lib/server/http/handler';
import { readParams, readSearch, requireOnePlace } from '@/lib/server/http/parameters';
import { namesOf } from '@/lib/server/names';
import { timeLimit } from '@/lib/server/time-limit';

const ALLOWED = ['account', 'region', ...NAME_KINDS];
/** The longest wait for names, in ms: the ids are on the screen meanwhile. */
const DEADLINE = 8_000;

const tooMany = (field: string) => ({
  field,
  code: 'too_many' as const,
  allowed: [`at most ${MOST_NAME_IDS}`],
});

/**
 * Removes values that cannot be ids from the lists, so that one bad id among many does not cost the others their names.
 */
function takeRefused(params: URLSearchParams): Names['refused'] {
  const lists = NAME_KINDS.flatMap((kind) => {
    const texts = params.getAll(kind).flatMap((text) => text.split(','));
    const isId = (text: string) => text === '' || parseValue('id', text).ok;
    const refused = texts.filter((text) => !isId(text)).map((id) => ({ kind, id }));
    return texts.length === 0 ? [] : [{ kind, count: texts.length, kept: texts.filter(isId), refused }];
  });
  // If none is left, there is nothing to answer, and the first of them says what is wrong.
  if (lists.every(({ kept }) => kept.length === 0)) return [];
  for (const { kind, count, kept, refused } of lists) {
    if (refused.length === 0) continue;
    if (count > MOST_NAME_IDS) refuse([tooMany(kind)]);
    params.delete(kind);
    if (kept.length > 0) params.set(kind, kept.join());
  }
  return lists.flatMap(({ refused }) => refused);
}

function readIds(given: URLSearchParams) {
  const params = new URLSearchParams(given);
  const refused = takeRefused(params);
  const { accounts, regions, terms } = readSearch(params, [], ALLOWED);
  requireOnePlace({ accounts, regions });
  const ids: NameIds = {};
  for (const { key, negated, values } of terms) {
    const field = termKey({ key, negated });
    if (!isNameKind(key) || negated) {
      refuse([{ field, code: 'unknown_parameter', allowed: ALLOWED }]);
    } else {
      if (values.length > MOST_NAME_IDS) refuse([tooMany(field)]);
      ids[key] = values;
    }
  }
  if (Object.keys(ids).length === 0)
    throw new ProblemError('missing_parameter', {
      allowed: [...NAME_KINDS],
      detail: `At least one of ${NAME_KINDS.join(', ')}, with the ids to name.`,
    });
  return { scope: { accounts, regions }, ids, refused };
}

export const GET = handler(async (request, visit) => {
  const { scope, ids, refused } = readIds(readParams(request));
  const kinds = Object.keys(ids);
  visit.note(kinds, JSON.stringify(ids));
  const granted = await visit.scope(scope);
  const { trace } = visit;
  const limit = timeLimit(DEADLINE, trace.signal);
  try {
    const names = await namesOf(granted, ids, { ...trace, signal: limit.signal });
    visit.rows = names.items.length;
    return json({ ...names, refused } satisfies Names);
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
