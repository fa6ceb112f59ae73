'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SeverityMark } from '@/components/findings/severity-mark';
import { routes } from '@/lib/queries/routes';
import type { Search } from '@/lib/search/search';
import { DEFAULT_FINDINGS_VIEW } from '@/lib/views/findings';
import { DEFAULT_USAGE_VIEW } from '@/lib/views/usage';
import { nothingWord } from './use-coverage';
import type { Overview } from './use-overview';

type FigureProps = {
  href: string;
  label: string;
  /** Null while nothing is known. */
  value: number | null;
  note: string;
  mark?: ReactNode;
  look?: 'plain' | 'warn' | 'tinted';
};

function Figure({ href, label, value, note, mark, look = 'plain' }: FigureProps) {
  const { number } = useFormatter();
  const isLoud = look !== 'plain' && value !== null && value > 0;
  return (
    <Link
      href={href}
      prefetch={false}
      className={`block min-w-0 border-line px-4 pt-2 pb-2.5 hover:bg-hover min-[721px]:not-first:border-l max-[720px]:px-3 max-[720px]:nth-[n+3]:border-t max-[720px]:last:col-span-2 max-[720px]:even:border-l ${look === 'tinted' && isLoud ? 'bg-warn-wash' : ''}`}
    >
      <span className="block truncate text-ink-2 text-xs">{label}</span>
      <span
        className={`flex items-baseline gap-1.5 font-medium text-xl max-[720px]:flex-wrap max-[720px]:gap-y-0 ${isLoud ? 'text-warn' : ''}`}
      >
        {value !== null && value > 0 && mark && <span className="self-center">{mark}</span>}
        <b className="font-medium">{value === null ? '–' : number(value)}</b>
        <small className="min-w-0 truncate font-normal text-ink-2 text-xs max-[720px]:whitespace-normal print:whitespace-normal">
          {note}
        </small>
      </span>
    </Link>
  );
}

type FiguresProps = { overview: Overview; search: Search; fullPercent: number };

/** The overview in five figures, each a link to what it counts. A figure not known yet is a dash, never 0. */
export function Figures({ overview, search, fullPercent }: FiguresProps) {
  const t = useTranslations('overview');
  const { told, counts } = overview;
  const vSwitches = told?.vSwitches ?? null;
  const findings = told?.findings ?? null;
  const isKnown = counts.all > 0;
  const nothing = t(nothingWord(counts, overview.isDenied));
  const noVSwitches = told === null ? nothing : t('vSwitchesUnread');
  return (
    <section
      aria-label={t('figures')}
      className="grid shrink-0 grid-cols-5 border-line border-b bg-surface max-[720px]:grid-cols-2"
    >
      <Figure
        href={`${routes.overview({ search })}#fullest`}
        label={t('full', { percent: fullPercent })}
        value={vSwitches?.full ?? null}
        note={vSwitches ? t('fullNote', { known: vSwitches.known }) : noVSwitches}
        look="warn"
      />
      <Figure
        href={routes.usage({ search, view: { ...DEFAULT_USAGE_VIEW, only: 'no-free-28' } })}
        label={t('withoutBlock')}
        value={vSwitches?.withoutBlock ?? null}
        note={
          vSwitches
            ? t('withoutBlockNote', {
                measured: vSwitches.measured,
                prefixes: vSwitches.withoutBlockUsingPrefixes,
              })
            : noVSwitches
        }
      />
      <Figure
        href={routes.findings({ search, view: { ...DEFAULT_FINDINGS_VIEW, only: 'high' } })}
        label={t('high')}
        value={findings?.high ?? null}
        note={findings ? t('highNote', { all: findings.all }) : nothing}
        mark={<SeverityMark severity="high" />}
      />
      <Figure
        href={routes.findings({ search, view: { ...DEFAULT_FINDINGS_VIEW, only: 'frees' } })}
        label={t('frees')}
        value={findings?.freed.addresses ?? null}
        note={
          findings
            ? t('freesNote', { addresses: findings.freed.addresses, eips: findings.freed.eips })
            : nothing
        }
      />
      <Figure
        href={`${routes.overview({ search })}#places`}
        label={t('unread')}
        value={isKnown ? counts.failed : null}
        note={
          isKnown
            ? t('unreadNote', { places: counts.all, underWay: counts.underWay, blind: counts.blind })
            : t('notYet')
        }
        look="tinted"
      />
    </section>
  );
}
