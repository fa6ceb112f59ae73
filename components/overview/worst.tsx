'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { SeverityMark } from '@/components/findings/severity-mark';
import { visibleText } from '@/lib/eni/visible-text';
import type { VSwitch } from '@/lib/eni/vswitch';
import type { WorstRule } from '@/lib/overview/worst';
import { routes } from '@/lib/queries/routes';
import type { Search } from '@/lib/search/search';
import { DEFAULT_FINDINGS_VIEW } from '@/lib/views/findings';
import { QuietLink } from './quiet-link';
import { Section } from './section';
import { useCoverage } from './use-coverage';
import type { Overview } from './use-overview';
import { useSeats } from './use-seats';

const MOST = 7;

type WorstProps = { overview: Overview; search: Search; vSwitches: readonly VSwitch[] };

/** What a rule's findings are about, or what fixing them frees besides addresses. */
function useNote(vSwitches: readonly VSwitch[]) {
  const t = useTranslations('overview');
  return ({ freed, about }: WorstRule): string => {
    if (freed && freed.counted > 0) return t('countedAbove', { count: freed.counted });
    if (freed && freed.kept > 0) return t('kept', { count: freed.kept });
    if (freed && freed.eips > 0) return t('andEips', { count: freed.eips });
    const vSwitch = about.kind === 'vswitch' ? vSwitches.find(({ id }) => id === about.id) : undefined;
    return vSwitch?.name ? visibleText(vSwitch.name) : t(`about.${about.kind}`, { count: about.count });
  };
}

/** The rules that found something, the worst first, and the addresses that fixing the findings frees. */
export function Worst({ overview, search, vSwitches }: WorstProps) {
  const t = useTranslations('overview');
  const words = useTranslations('findings');
  const { number } = useFormatter();
  const coverage = useCoverage(overview, search);
  const note = useNote(vSwitches);
  const worst = overview.told?.worst ?? null;
  const { rows, holders } = useSeats(worst ?? [], MOST);
  const count = overview.told?.findings.all ?? null;
  const hrefOf = (rule: WorstRule['key'] | null) =>
    routes.findings({ search, view: { ...DEFAULT_FINDINGS_VIEW, rule } });
  return (
    <Section
      title={t('worst')}
      coverage={coverage.findings}
      end={count !== null && <QuietLink href={hrefOf(null)}>{t('all', { count })}</QuietLink>}
    >
      <p
        aria-hidden="true"
        className="flex h-6 items-center justify-end gap-2 border-line-strong border-b text-ink-3 text-xs"
      >
        <span className="w-14 text-end">{t('column.frees')}</span>
        <span className="w-12 text-end">{t('column.count')}</span>
      </p>
      <ul {...holders}>
        {rows.map((row) => (
          <li key={row.key}>
            <Link
              href={hrefOf(row.key)}
              prefetch={false}
              className="flex h-7 items-center gap-2 border-line border-b -outline-offset-2 hover:bg-hover"
            >
              <SeverityMark severity={row.severity} />
              <span className="sr-only">{words(`severity.${row.severity}`)}</span>
              <span className="min-w-0 flex-1 truncate">{words(`rule.${row.key}.title`)}</span>
              <span className="max-w-36 shrink-0 truncate text-ink-3 text-xs max-[720px]:hidden">
                {note(row)}
              </span>
              <span className="w-11 text-end">
                {row.freed && row.freed.addresses > 0 ? (
                  <b className="font-semibold">
                    <span className="sr-only">{t('column.frees')} </span>
                    {number(row.freed.addresses)}
                  </b>
                ) : (
                  <span aria-hidden="true" className="text-ink-3">
                    –
                  </span>
                )}
              </span>
              <span className="w-12 text-end text-ink-2">
                <span className="sr-only">{t('column.count')} </span>
                {number(row.count)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {worst === null && <p className="py-2 text-ink-3">–</p>}
      {worst?.length === 0 && <p className="py-2 text-ink-2">{t('nothingFound')}</p>}
    </Section>
  );
}
