'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { Scan } from '@/components/scan/use-scan';
import { StatusLine } from '@/components/status-line/status-line';
import { Button } from '@/components/ui/button';
import { ClockTime } from '@/components/ui/clock-time';
import { Icon } from '@/components/ui/icon';
import { saveFile } from '@/components/ui/save-file';
import type { Found } from '@/lib/findings/find';
import type { Finding } from '@/lib/findings/finding';
import type { Policy } from '@/lib/findings/policy';
import { RULE_IDS } from '@/lib/findings/rule-ids';
import { countQuery } from '@/lib/queries/enis';
import { isWhole } from '@/lib/search/coverage';
import type { Search } from '@/lib/search/search';

type FindingsStatusProps = {
  scan: Scan;
  search: Search;
  found: Found | null;
  /** The rules have run over what has been read now. */
  isCurrent: boolean;
  /** What is shown: neither filtered out nor waived. */
  open: readonly Finding[] | null;
  /** How many rules these are of. */
  rules: number;
  policy: Policy;
};

/** How much has been read and what the rules made of it; the files of it. */
export function FindingsStatus({ scan, search, found, isCurrent, open, rules, policy }: FindingsStatusProps) {
  const t = useTranslations('findings');
  const { reading } = scan;
  const isReading = reading.asOf !== null && !reading.complete;
  const total = useQuery({ ...countQuery({ ...search, terms: [] }), enabled: isReading });
  if (open === null || found === null)
    return (
      <StatusLine
        reading={reading}
        count={total.data ?? null}
        activity={reading.complete ? 'none' : scan.activity}
        sorted={false}
        onLoadAll={scan.loadAll}
        onCancel={scan.cancel}
      />
    );
  const quiet = RULE_IDS.length - rules - found.cannotRun.length;
  const save = async (format: 'csv' | 'json') => {
    const { FINDING_COLUMNS, findingRows, findingsJson } = await import('@/lib/findings/export');
    const name = `findings ${reading.asOf?.slice(0, 16).replace(':', '') ?? ''}`;
    if (format === 'json') {
      const { scope, asOf } = reading;
      saveFile(
        `${name}.json`,
        'application/json',
        findingsJson(open, { scope, asOf, complete: isWhole(reading), policy }),
      );
      return;
    }
    const { csvOf } = await import('@/lib/export/csv');
    const rows = findingRows(open).map((row) => FINDING_COLUMNS.map((column) => row[column]));
    saveFile(`${name}.csv`, 'text/csv', csvOf(FINDING_COLUMNS, rows));
  };
  return (
    <section
      aria-label={t('status')}
      className="flex min-h-9 flex-wrap items-center gap-x-2 border-line border-b bg-surface px-4 py-1 text-ink-2 max-[720px]:px-3"
    >
      <b className="font-semibold text-ink">{t('foundSay', { count: open.length, rules })}</b>
      <span aria-hidden="true">·</span>
      <span>
        {isCurrent ? t(isWhole(reading) ? 'over' : 'overPart', { count: reading.enis.length }) : t('judging')}
      </span>
      {!reading.complete && (
        <Button size="small" onClick={scan.loadAll}>
          {t('readOn')}
        </Button>
      )}
      {reading.asOf !== null && (
        <>
          <span aria-hidden="true">·</span>
          <span>{t.rich('asOf', { time: () => <ClockTime moment={reading.asOf ?? ''} /> })}</span>
        </>
      )}
      <span className="ml-auto flex items-center gap-2">
        <span className="text-ink-3 text-xs">{t('quiet', { count: quiet })}</span>
        {(['csv', 'json'] as const).map((format) => (
          <Button key={format} look="quiet" size="small" onClick={() => void save(format)}>
            <Icon name="download" size={14} />
            {format.toUpperCase()}
          </Button>
        ))}
      </span>
    </section>
  );
}
