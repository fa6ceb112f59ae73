import { type ClientSearch, SEARCHES } from './searches';

type Page = { items: unknown[]; cursor: string | null };

/** Reads every page of each search, and prints each row as a line of JSON: the name of the search, then the row. */
export async function printPages(
  read: (query: ClientSearch & { cursor?: string }) => Promise<Page>,
): Promise<void> {
  for (const [name, search] of Object.entries(SEARCHES)) {
    let page = await read(search);
    for (;;) {
      const lines = page.items.map((row) => `${JSON.stringify([name, row])}\n`).join('');
      await new Promise((done) => process.stdout.write(lines, done));
      if (page.cursor === null) break;
      page = await read({ ...search, cursor: page.cursor });
    }
  }
}
