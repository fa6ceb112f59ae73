'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { StatusMark } from '@/components/eni-parts/status-mark';
import { type FieldRow, OVERVIEW_FIELDS, type OverviewField } from '@/lib/overview/by-field';
import { routes } from '@/lib/queries/routes';
import { filterOf } from '@/lib/search/filters';
import { parseValue } from '@/lib/search/kinds';
import type { Search } from '@/lib/search/search';
import { DEFAULT_VIEW } from '@/lib/search/view';
import { QuietLink } from './quiet-link';
import { Section } from './section';
import { useCoverage } from './use-coverage';
import type { Overview } from './use-overview';
import { useSeats } from './use-seats';

/** As many as fit beside the fullest vSwitches on a screen of 900 px; the rest is in the list. */
const MOST = 8;

type SeatedRow = FieldRow & { key: string };

function Value({ field, value }: { field: OverviewField; value: string | null }) {
  const t = useTranslations();
  if (value === null) return <span className="text-ink-3">{t('overview.none')}</span>;
  if (field === 'status') return <StatusMark status={value} />;
  return field === 'owner' ? t(`owner.${value as 'ack'}`) : value;
}

function Line({
  field,
  row,
  all,
  search,
}: {
  field: OverviewField;
  row: SeatedRow;
  all: number;
  search: Search;
}) {
  const t = useTranslations('overview');
  const { number } = useFormatter();
  const { value, enis, addresses, inPart } = row;
  const { kind, known } = filterOf(field);
  const canAsk = value !== null && parseValue(kind, value, known).ok;
  const face = (
    <>
      <span className="min-w-0 flex-1 truncate pl-1.5">
        <Value field={field} value={value} />
        {inPart && <span className="text-ink-3"> {t('inPart')}</span>}
      </span>
      <span className="w-15 shrink-0 text-end">{number(enis)}</span>
      <span className="w-15 shrink-0 text-end text-ink-2">{number(addresses)}</span>
    </>
  );
  const look = 'flex h-6 items-center gap-2';
  return (
    <li className="relative isolate hover:bg-hover">
      <span
        aria-hidden="true"
        className="-z-10 absolute inset-y-0.5 left-0 min-w-0.5 rounded-xs bg-ink/7"
        style={{ width: `${(100 * enis) / Math.max(1, all)}%` }}
      />
      {canAsk ? (
        <Link
          href={routes.explorer({
            search: { ...search, terms: [...search.terms, { key: field, negated: false, values: [value] }] },
            view: DEFAULT_VIEW,
          })}
          prefetch={false}
          className={`${look} -outline-offset-2`}
        >
          {face}
        </Link>
      ) : (
        <span className={look}>{face}</span>
      )}
    </li>
  );
}

type FieldListProps = { field: OverviewField; rows: readonly FieldRow[]; all: number; search: Search };

function FieldList({ field, rows, all, search }: FieldListProps) {
  const t = useTranslations('overview');
  const keyed = rows.map((row) => ({ ...row, key: row.value ?? ' none' }));
  const { rows: seated, holders } = useSeats(keyed, MOST);
  return (
    <section aria-label={t(`field.${field}`)} className="min-w-0">
      <p className="flex h-6 items-center gap-2 border-line-strong border-b text-ink-3 text-xs">
        <b className="flex-1 font-semibold text-ink-2">{t(`field.${field}`)}</b>
        <span className="w-15 text-end">{t('column.enis')}</span>
        <span className="w-15 text-end">{t('column.addresses')}</span>
      </p>
      <ul {...holders}>
        {seated.map((row) => (
          <Line key={row.key} field={field} row={row} all={all} search={search} />
        ))}
        {keyed.length > MOST && (
          <li className="flex h-6 items-center pl-1.5 text-ink-3 text-xs">
            {t('more', { count: keyed.length - MOST })}
          </li>
        )}
      </ul>
    </section>
  );
}

/** ENIs and addresses read so far, by owner, status and zone; each links to the list with that filter. */
export function ByFields({ overview, search }: { overview: Overview; search: Search }) {
  const t = useTranslations('overview');
  const coverage = useCoverage(overview, search);
  const { byField } = overview;
  return (
    <Section
      title={t('enisAndAddresses')}
      coverage={coverage.read}
      end={<QuietLink href={routes.explorer({ search, view: DEFAULT_VIEW })}>{t('openList')}</QuietLink>}
    >
      <div className="grid grid-cols-3 gap-x-6 gap-y-3 max-[720px]:grid-cols-1">
        {OVERVIEW_FIELDS.map((field) => (
          <FieldList
            key={field}
            field={field}
            rows={byField?.rows[field] ?? []}
            all={byField?.enis ?? 0}
            search={search}
          />
        ))}
      </div>
      {byField === null && <p className="py-2 text-ink-3">–</p>}
    </Section>
  );
}
