/** The dynamic parts of a path; a catch-all one is a list. */
export type PathParams = Record<string, string | string[]>;

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/**
 * The route of a path, such as /api/enis/{id}, for a metric's label: it contains no word that a client chose, and is
 * `other` where the path does not show which words those are.
 */
export function routeTemplate(path: string, params: PathParams): string {
  const segments = path.split('/');
  for (const [name, value] of Object.entries(params)) {
    const values = [value].flat();
    const at = Array.isArray(value)
      ? segments.length - values.length
      : segments.findLastIndex((segment) => segment === value || decoded(segment) === decoded(value));
    if (at < 1) return 'other';
    segments.splice(at, values.length, `{${name}}`);
  }
  return segments.join('/');
}
