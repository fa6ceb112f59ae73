import * as z from 'zod/mini';

/**
 * A time in RFC 3339, normally `YYYY-MM-DDThh:mm:ssZ`. The code that makes a row checks its form; code that reads one,
 * such as a look that an earlier version kept, takes it as it is.
 */
export const timeSchema = z.string();

/** A whole number that JSON carries exactly; it is made and read as {@link timeSchema} is. */
export const wholeSchema = z.number();
