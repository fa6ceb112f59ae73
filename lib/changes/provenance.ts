import * as z from 'zod/mini';

const moment = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));
const scopeSchema = z.object({ accounts: z.array(z.string()), regions: z.array(z.string()) });
const placesSchema = z.array(z.object({ account: z.string(), region: z.string() }));

/** What a file says of itself, as far as it does. */
export type Provenance = {
  /** Query string of the search; null where that is not known. */
  query: string | null;
  scope: z.infer<typeof scopeSchema> | null;
  complete: boolean;
  failures: z.infer<typeof placesSchema>;
  takenAt: string | null;
};

/** The first that is as the schema wants it. */
function firstOf<T>(schema: z.ZodMiniType<T>, ...values: unknown[]): T | null {
  for (const value of values) {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
  }
  return null;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/**
 * Reads the `provenance` of an export, or what a page of `/api/enis` says beside its items. A page does not tell whether
 * others came before it, so it is never complete.
 */
export function provenanceOf(file: unknown): Provenance {
  const page = fieldsOf(file);
  const said = fieldsOf(page.provenance);
  return {
    query: firstOf(z.string(), said.search, said.query),
    scope: firstOf(scopeSchema, said.scope, page.scope),
    complete: said.complete === true,
    failures: firstOf(placesSchema, said.failures, page.failures) ?? [],
    takenAt: firstOf(moment, said.asOf, said.started, said.startedAt, said.finished, page.asOf),
  };
}
