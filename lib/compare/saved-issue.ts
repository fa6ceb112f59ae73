import { SAVED_ISSUES, type SavedIssue } from '@/lib/changes/saved-issue';

/** What can be wrong with an export that is to be one of the sides. `addresses`: a row of it is an address, not an ENI. */
export const EXPORT_ISSUES = [
  ...SAVED_ISSUES.filter((code) => code !== 'columns'),
  'xlsx',
  'no_ids',
  'addresses',
] as const;

export type ExportIssue = {
  code: Exclude<SavedIssue['code'], 'columns'> | 'xlsx' | 'no_ids' | 'addresses';
  /** Where: a line, or a path such as `items[3].status`. */
  at?: string;
  /** The value that would be right there. */
  allowed?: string;
};
