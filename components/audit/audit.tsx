'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import type { Theme } from '@/components/shell/theme';
import { ViewFrame, ViewMain } from '@/components/shell/view-frame';
import { ProblemState } from '@/components/states/problem-state';
import { StatePanel } from '@/components/states/state-panel';
import { useMedia } from '@/components/ui/use-media';
import type { AuditFilter } from '@/lib/audit/audit-search';
import { auditQuery } from '@/lib/queries/audit';
import { problemOf } from '@/lib/queries/problem-of';
import { AuditBar } from './audit-bar';
import { AuditFacets } from './audit-facets';
import { AuditFilters } from './audit-filters';
import { AuditHours } from './audit-hours';
import { AuditRecordPane } from './audit-record';
import { AuditStatus } from './audit-status';
import { AuditTable } from './audit-table';
import { useAuditState } from './use-audit-state';

const never = () => () => {};

/** How many minutes the reader's clock is ahead of UTC; null until hydrated, as the server does not know. */
function useUtcOffset(): number | null {
  return useSyncExternalStore(
    never,
    () => -new Date().getTimezoneOffset(),
    () => null,
  );
}

/** For administrators: which person looked at what on a given day. */
export function Audit({ theme }: { theme: Theme | null }) {
  const t = useTranslations('audit');
  const { search, seq, setSearch, setSeq } = useAuditState();
  const utcOffset = useUtcOffset();
  const isNarrow = useMedia('(max-width: 720px)');
  const query = useQuery({ ...auditQuery(search, utcOffset ?? 0), enabled: utcOffset !== null });
  const { data: answer } = query;
  const problem = problemOf(query.error);
  const record = answer && [...answer.notable, ...answer.others].find(({ line }) => line.seq === seq);
  const onFilter = (key: AuditFilter, value: string | undefined) => setSearch({ [key]: value });
  const whoName =
    answer?.facets.who.flatMap(({ value }) => {
      const [key, name] = JSON.parse(value) as [string, string | null];
      return key === search.who && name !== null ? [name] : [];
    })[0] ?? null;
  return (
    <ViewFrame>
      <AuditBar
        theme={theme}
        asOf={query.dataUpdatedAt > 0 ? new Date(query.dataUpdatedAt).toISOString() : null}
        isRefreshing={query.isFetching}
        onRefresh={() => void query.refetch()}
      />
      <ViewMain title={t('title')}>
        {problem ? (
          <ProblemState problem={problem} onRetry={() => void query.refetch()} />
        ) : answer ? (
          <>
            <AuditFilters
              search={search}
              day={answer.day}
              whoName={whoName}
              onDay={(day) => setSearch({ day })}
              onFilter={onFilter}
            />
            <AuditStatus answer={answer} search={search} />
            <div className="flex min-h-0 flex-1">
              <AuditFacets facets={answer.facets} search={search} onFilter={onFilter} />
              {!(isNarrow && record) && (
                <div className="flex min-w-0 flex-1 flex-col bg-surface">
                  <AuditHours hours={answer.hours} day={answer.day} />
                  {answer.totals.notable + answer.totals.others === 0 ? (
                    <StatePanel title={t('none')}>
                      <p>{t('noneText')}</p>
                    </StatePanel>
                  ) : (
                    <AuditTable answer={answer} seq={seq} onOpen={setSeq} />
                  )}
                </div>
              )}
              {record && <AuditRecordPane record={record} onFilter={onFilter} onClose={() => setSeq(null)} />}
            </div>
          </>
        ) : (
          <p className="px-4 py-3 text-ink-3" role="status">
            {t('reading')}
          </p>
        )}
      </ViewMain>
    </ViewFrame>
  );
}
