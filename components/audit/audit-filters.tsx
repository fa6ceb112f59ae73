'use client';

import { useTranslations } from 'next-intl';
import { CopyLink } from '@/components/copy-link/copy-link';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { AUDIT_KINDS } from '@/lib/audit/audit-line';
import { AUDIT_FILTERS, type AuditFilter, type AuditSearch, NO_ACCOUNT } from '@/lib/audit/audit-search';

type AuditFiltersProps = {
  search: AuditSearch;
  day: string;
  /** The name of the person in the filter, if their records are present. */
  whoName: string | null;
  onDay: (day: string) => void;
  onFilter: (key: AuditFilter, value: string | undefined) => void;
};

const DAY = 24 * 3_600_000;

function dayBeside(day: string, step: 1 | -1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + step * DAY).toISOString().slice(0, 10);
}

/** The day, and a chip for each filter. */
export function AuditFilters({ search, day, whoName, onDay, onFilter }: AuditFiltersProps) {
  const t = useTranslations('audit');
  const wordOf = (key: AuditFilter, value: string) => {
    if (key === 'kind') {
      const kind = AUDIT_KINDS.find((each) => each === value);
      return kind ? t(`kind.${kind}`) : value;
    }
    if (key === 'account' && value === NO_ACCOUNT) return t('noAccount');
    return key === 'who' ? (whoName ?? value) : value;
  };
  return (
    <search
      aria-label={t('filter')}
      className="flex min-h-filter flex-wrap items-center gap-2 border-line border-b bg-surface px-4 py-2 max-[720px]:px-3"
    >
      <span className="flex items-center gap-1">
        <Button size="icon" aria-label={t('dayBefore')} onClick={() => onDay(dayBeside(day, -1))}>
          <Icon name="left" />
        </Button>
        <input
          type="date"
          aria-label={t('day')}
          value={day}
          onChange={(event) => event.target.value !== '' && onDay(event.target.value)}
          className="h-7 rounded-sm border border-field bg-surface px-2"
        />
        <Button size="icon" aria-label={t('dayAfter')} onClick={() => onDay(dayBeside(day, 1))}>
          <Icon name="right" />
        </Button>
      </span>
      {AUDIT_FILTERS.map((key) => {
        const value = search[key];
        return (
          value !== undefined && (
            <span
              key={key}
              className="inline-flex h-chip items-center gap-1 rounded-sm border border-accent-line bg-accent-wash pl-2 text-xs"
            >
              <span className="text-ink-2">{t(`filterName.${key}`)}</span>
              <span className="max-w-60 truncate font-medium">{wordOf(key, value)}</span>
              <button
                type="button"
                aria-label={t('removeFilter', { filter: t(`filterName.${key}`) })}
                onClick={() => onFilter(key, undefined)}
                className="flex h-full w-6 cursor-pointer items-center justify-center"
              >
                <Icon name="cross" size={12} />
              </button>
            </span>
          )
        );
      })}
      <span className="ml-auto">
        <CopyLink />
      </span>
    </search>
  );
}
