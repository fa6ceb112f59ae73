'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AuditAnswer } from '@/lib/audit/audit-answer';
import { AUDIT_KINDS } from '@/lib/audit/audit-line';
import { type AuditFilter, type AuditSearch, NO_ACCOUNT } from '@/lib/audit/audit-search';
import { KindMark } from './audit-words';

type FacetsProps = {
  facets: AuditAnswer['facets'];
  search: AuditSearch;
  onFilter: (key: AuditFilter, value: string | undefined) => void;
};

type Line = { value: string; count: number; face: ReactNode };

/** A person that a facet counts: their lasting key and their name. */
function personOf(text: string): [string, string] {
  const [key = text, name = text] = JSON.parse(text) as (string | undefined)[];
  return [key, name];
}

/** A day's values by action, person, account and sign-in method; pressing one keeps only it, pressing it again all. */
export function AuditFacets({ facets, search, onFilter }: FacetsProps) {
  const t = useTranslations('audit');
  const { number } = useFormatter();
  const groups: { key: AuditFilter; title: string; lines: Line[] }[] = [
    {
      key: 'kind',
      title: t('head.what'),
      lines: facets.kind.flatMap(({ value, count }) => {
        const kind = AUDIT_KINDS.find((each) => each === value);
        return kind ? [{ value, count, face: <KindMark kind={kind} /> }] : [];
      }),
    },
    {
      key: 'who',
      title: t('head.who'),
      lines: facets.who.map(({ value, count }) => {
        const [key, name] = personOf(value);
        return { value: key, count, face: name };
      }),
    },
    {
      key: 'account',
      title: t('account'),
      lines: facets.account.map(({ value, count }) => ({
        value,
        count,
        face: value === NO_ACCOUNT ? t('noAccount') : value === 'all' ? t('all') : value,
      })),
    },
    {
      key: 'auth',
      title: t('signedInBy'),
      lines: facets.auth.map(({ value, count }) => ({ value, count, face: value })),
    },
  ];
  return (
    <aside
      aria-label={t('facets')}
      className="w-rail shrink-0 overflow-y-auto border-line border-r bg-canvas py-2 max-[1180px]:hidden print:hidden"
    >
      {groups.map(({ key, title, lines }) => {
        if (lines.length === 0) return null;
        const most = Math.max(1, ...lines.map(({ count }) => count));
        return (
          <section key={key} aria-label={title} className="px-2 pb-3 text-xs">
            <h2 className="px-2 pb-1 font-semibold">{title}</h2>
            <ul>
              {lines.map(({ value, count, face }) => {
                const isOn = search[key] === value;
                return (
                  <li key={value} className="relative">
                    <span
                      aria-hidden="true"
                      className="absolute inset-y-px left-0 rounded-xs bg-sunken"
                      style={{ width: `${(100 * count) / most}%` }}
                    />
                    <button
                      type="button"
                      aria-pressed={isOn}
                      onClick={() => onFilter(key, isOn ? undefined : value)}
                      className="relative flex h-6 w-full cursor-pointer items-center gap-2 rounded-xs px-2 text-left aria-pressed:bg-accent-wash aria-pressed:font-medium"
                    >
                      <span className="min-w-0 flex-1 truncate">{face}</span>
                      <span className="text-ink-2 tabular-nums">{number(count)}</span>
                    </button>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </aside>
  );
}
