import 'server-only';

/** What Next gives a page. */
export type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The parameters of a page as the URL has them. */
export function toParams(given: Awaited<PageProps['searchParams']>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(given))
    for (const each of [value ?? []].flat()) params.append(key, each);
  return params;
}
