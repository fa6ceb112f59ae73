import * as z from 'zod/mini';
import { leavesRowsOut } from '@/lib/eni/completeness';
import { failureSchema, scopeSchema } from '@/lib/eni/page';
import { exportEndSchema, exportStartSchema } from '@/lib/export/export-provenance';

const momentSchema = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));
const placesSchema = z.array(z.pick(failureSchema, { account: true, region: true }));

/** What a file says about itself, as far as it does. */
export type Provenance = {
  /** Query string of the search; null where that is not known. */
  query: string | null;
  /** Columns that it has in place of whole ENIs. */
  columns: readonly string[] | null;
  scope: z.infer<typeof scopeSchema> | null;
  /** Read to the end, but for the places of `failures`. */
  complete: boolean;
  failures: z.infer<typeof placesSchema>;
  takenAt: string | null;
};

/** The start and end of an export, and what a page of `/api/enis` says beside its items; any part may be missing. */
const aboutSchema = z.object({
  provenance: z.catch(z.optional(exportStartSchema), undefined),
  end: z.catch(z.optional(exportEndSchema), undefined),
  scope: z.catch(z.optional(scopeSchema), undefined),
  failures: z.catch(z.optional(placesSchema), undefined),
  asOf: z.catch(z.optional(momentSchema), undefined),
});

/**
 * Reads what a file says beside its ENIs. An export without an end was cut off, and one of chosen ENIs is not of all that
 * match; a page does not tell whether others came before it. None of these is complete.
 */
export function provenanceOf(file: unknown): Provenance {
  const about = aboutSchema.safeParse(file);
  const { provenance: start, end, scope, failures, asOf } = about.success ? about.data : {};
  const hasAll = end?.stopped === null && !end.caveats.some(leavesRowsOut);
  return {
    query: start?.search ?? null,
    columns: start?.columns ?? null,
    scope: start?.scope ?? scope ?? null,
    complete: hasAll && start?.selected === null,
    failures: end?.failures ?? failures ?? [],
    takenAt: end?.asOf ?? start?.started ?? asOf ?? null,
  };
}
