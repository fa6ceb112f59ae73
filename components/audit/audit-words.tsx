'use client';

import { useTranslations } from 'next-intl';
import { Icon, type IconName } from '@/components/ui/icon';
import type { AuditRecord } from '@/lib/audit/audit-answer';
import type { AuditKind, AuditLine } from '@/lib/audit/audit-line';

const ICONS: Record<AuditKind, IconName> = {
  denied: 'deny',
  exported: 'download',
  fresh: 'refresh',
  signed: 'out',
  looked: 'search',
  trail: 'note',
};

/** What a record tells, as a mark and a word. */
export function KindMark({ kind }: { kind: AuditKind }) {
  const t = useTranslations('audit.kind');
  const look = kind === 'denied' ? 'font-medium text-danger' : kind === 'exported' ? 'font-medium' : '';
  return (
    <span className={`inline-flex items-center gap-1.5 ${look}`}>
      <Icon name={ICONS[kind]} size={14} />
      {t(kind)}
    </span>
  );
}

/** The author of a line: a person by name, a token by its id, or neither. */
export function Who({ line }: { line: AuditLine }) {
  const t = useTranslations('audit');
  if (line.token !== null)
    return (
      <>
        <span className="font-mono">{line.token}</span>{' '}
        <span className="rounded-xs border border-line px-1 text-2xs text-ink-2">{t('token')}</span>
      </>
    );
  return <>{line.user?.name ?? <span className="text-ink-3">{t('nobody')}</span>}</>;
}

type Scope = NonNullable<AuditLine['scopeAsked']>;

/** A record's scopes in words: the one asked for, and the one served where they differ. */
export function useScopeWords() {
  const t = useTranslations('audit');
  const list = (names: readonly string[], count: (count: number) => string) => {
    if (names.length === 0) return t('byDefault');
    if (names[0] === 'all') return t('all');
    return names.length > 3 ? count(names.length) : names.join(', ');
  };
  const said = ({ accounts, regions }: Scope) =>
    `${list(accounts, (count) => t('accounts', { count }))} · ${list(regions, (count) => t('regions', { count }))}`;
  return ({ scopeAsked, scopeServed }: AuditLine) => {
    const asked = scopeAsked && said(scopeAsked);
    const served = scopeServed ? said(scopeServed) : scopeAsked && t('nothing');
    return { asked, served: served === asked ? null : served };
  };
}

/** A record's row count; for a long answer, the count at its end. */
export function rowsOf({ line, end }: AuditRecord): number | null {
  return end?.rows ?? line.rows;
}
