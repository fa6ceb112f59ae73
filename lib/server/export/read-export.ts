import 'server-only';
import { EXPORT_KEYS, type ExportOptions, parseExportOptions } from '@/lib/export/export-options';
import type { Search } from '@/lib/search/search';
import { refuse } from '../http/handler';
import { readSearch } from '../http/parameters';

/**
 * What a request wants exported, and how, strict: anything unknown or malformed is refused.
 * @throws ProblemError naming the key and what is allowed
 */
export function readExport(params: URLSearchParams): { search: Search; options: ExportOptions } {
  const search = readSearch(params, EXPORT_KEYS);
  const { options, issues } = parseExportOptions(params);
  refuse(issues);
  return { search, options };
}
