/** What can be wrong with a file that is to be compared with. */
export const SAVED_ISSUES = [
  'too_large',
  'unreadable',
  'empty',
  'not_json',
  'not_enis',
  'columns',
  'not_an_eni',
] as const;

/** `at` is where: a line, or a path such as `items[3].status`; what is right there is `allowed`. */
export type SavedIssue = { code: (typeof SAVED_ISSUES)[number]; at?: string; allowed?: string };
