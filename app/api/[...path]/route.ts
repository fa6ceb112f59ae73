import { ProblemError } from '@/lib/eni/problem';
import { handler } from '@/lib/server/http/handler';

/** Every path without an API route, so that a script gets a problem and not a page. */
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
