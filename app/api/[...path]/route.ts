import { ProblemError } from '@/lib/eni/problem';
import { handler } from '@/lib/server/http/handler';

/** Every path that is no route of the API, so that a script gets a problem and no page. */
const notFound = handler(async () => {
  throw new ProblemError('not_found', { detail: 'The API has no such path.' });
});

export {
  notFound as DELETE,
  notFound as GET,
  notFound as HEAD,
  notFound as OPTIONS,
  notFound as PATCH,
  notFound as POST,
  notFound as PUT,
};
