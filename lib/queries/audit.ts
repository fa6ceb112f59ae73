import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { auditAnswerSchema } from '@/lib/audit/audit-answer';
import { type AuditSearch, toAuditQuery } from '@/lib/audit/audit-search';
import { fetchJson } from './fetch-json';

/**
 * A day of the audit trail, by the reader's clock. While a change of filters loads, the earlier answer stays visible.
 */
export const auditQuery = (search: AuditSearch, utcOffset: number) =>
  queryOptions({
    queryKey: ['audit', toAuditQuery(search), utcOffset],
    queryFn: ({ signal }) =>
      fetchJson(auditAnswerSchema, `/api/audit?${toAuditQuery(search)}&utcOffset=${utcOffset}`, { signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
