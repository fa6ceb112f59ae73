/** The command line is wrong; the message names the word and what is allowed. */
export class UsageError extends Error {}
