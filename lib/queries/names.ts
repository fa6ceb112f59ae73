import type { QueryClient } from '@tanstack/react-query';
import { namesSchema } from '@/lib/eni/names';
import { fetchJson } from './fetch-json';
import { NameBook } from './name-book';
import { routes } from './routes';

const books = new WeakMap<QueryClient, NameBook>();

/** The names that go with a query client: one book a browser, one a request on the server. */
export function nameBookOf(client: QueryClient): NameBook {
  const known = books.get(client);
  if (known) return known;
  const book = new NameBook(({ account, region, ids }) =>
    fetchJson(namesSchema, routes.api.names(account, region, ids)),
  );
  books.set(client, book);
  return book;
}
