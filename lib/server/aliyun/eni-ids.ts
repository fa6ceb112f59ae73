import 'server-only';
import * as z from 'zod/mini';

export const eniIdsSchema = z.object({ eniIds: z.array(z.string()), nextToken: z.nullable(z.string()) });

/** A page of ENI ids, for actions that list other things; each id once. */
export type EniIds = z.infer<typeof eniIdsSchema>;
