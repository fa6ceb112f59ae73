import * as z from 'zod/mini';

/**
 * A time in RFC 3339, normally `YYYY-MM-DDThh:mm:ssZ`. What makes a row sees to its form; what reads one, such as a
 * look that was kept by an earlier version, takes it as it is.
 */
export const timeSchema = z.string();

/** A whole number that JSON carries exactly; it is made and read as {@link timeSchema} is. */
export const wholeSchema = z.number();
