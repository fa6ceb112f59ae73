'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Scan } from '@/components/scan/use-scan';
import { StatusLine } from '@/components/status-line/status-line';
import { Button } from '@/components/ui/button';
import { ClockTime } from '@/components/ui/clock-time';
import { Icon } from '@/components/ui/icon';
import { saveFile } from '@/components/ui/save-file';
import type { Found } from '@/lib/findings/find';
import type { Finding, FindingsInput } from '@/lib/findings/finding';
import { indexOf } from '@/lib/findings/findings-index';
import { freedBy } from '@/lib/findings/freed';
import type { Policy } from '@/lib/findings/policy';
import { RULE_IDS } from '@/lib/findings/rule-ids';
import { countQuery } from '@/lib/queries/enis';
import { isWhole } from '@/lib/search/reading/coverage';
import type { Search } from '@/lib/search/search';
import type { FindingsCut } from '@/lib/views/findings';

type FindingsStatusProps = {
  scan: Scan;
  search: Search;
  found: Found | null;
  /** The rules have run over all rows read so far. */
  isCurrent: boolean;
  /** The shown findings: neither filtered out nor waived. */
  open: readonly Finding[] | null;
  /** How many rules these findings belong to. */
  rules: number;
  policy: Policy;
  /** The rows that the rules ran over. */
  input: FindingsInput | null;
  only: FindingsCut | null;
  onAll: () => void;
  isPolicy: boolean;
  onPolicy: (isPolicy: boolean) => void;
};

/** What fixing the findings frees, each ENI counted once. */
function FreedSum({ open, input }: { open: readonly Finding[]; input: FindingsInput }) {
  const t = useTranslations('findings');
  const { addresses, eips } = useMemo(() => freedBy(open, indexOf(input).enis), [open, input]);
  return <span>{t('frees', { addresses, eips })}</span>;
}

/** How much has been read and what the rules found in it; the export files, and the policy of the rules. */
export function FindingsStatus(props: FindingsStatusProps) {
  const { scan, search, found, isCurrent, open, rules, policy, input, only, onAll, isPolicy, onPolicy } =
    props;
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
  // With findings hidden by a filter, the claim would be false.
  const isAll = only === null && search.terms.length === 0;
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
      {only !== null && (
        <span className="inline-flex h-6 items-center gap-1 rounded-sm border border-line-strong bg-sunken pl-2 text-ink text-xs">
          {t(`only.${only}`)}
          <Button
            look="quiet"
            size="small-icon"
            aria-label={t('onlyAll')}
            title={t('onlyAll')}
            onClick={onAll}
          >
            <Icon name="cross" size={12} />
          </Button>
        </span>
      )}
      {only === 'frees' && input !== null && <FreedSum open={open} input={input} />}
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
      <span className="ml-auto flex flex-wrap items-center justify-end gap-x-2">
        {isAll && (
          <span className="text-ink-3 text-xs max-[720px]:hidden">{t('quiet', { count: quiet })}</span>
        )}
        <Button look="quiet" size="small" aria-expanded={isPolicy} onClick={() => onPolicy(!isPolicy)}>
          <Icon name="sliders" size={14} />
          {t('policyTitle')}
        </Button>
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
