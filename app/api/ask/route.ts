import { answerAsk } from '@/lib/server/ask/answer-ask';
import { readAsk } from '@/lib/server/http/ask-parameters';
import { handler, methodNotAllowed } from '@/lib/server/http/handler';
import { readParams } from '@/lib/server/http/parameters';

export const GET = handler(async (request, visit) => {
  const { scope, ...asked } = readAsk(readParams(request));
  visit.note(
    asked.values.map(({ form }) => (form === 'name' ? 'name' : 'any')),
    asked.values.map(({ value }) => value).join('\n'),
  );
  return answerAsk(await visit.scope(scope), asked, {
    trace: visit.trace,
    gone: request.signal,
    accept: request.headers.get('accept'),
  });
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
