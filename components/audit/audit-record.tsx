'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ClockTime } from '@/components/ui/clock-time';
import { CodeBlock } from '@/components/ui/code-block';
import { Icon } from '@/components/ui/icon';
import type { AuditRecord } from '@/lib/audit/audit-answer';
import { type AuditFilter, whoOfLine } from '@/lib/audit/audit-search';
import { KindMark, rowsOf, useScopeWords, Who } from './audit-words';

type AuditRecordPaneProps = {
  record: AuditRecord;
  onFilter: (key: AuditFilter, value: string) => void;
  onClose: () => void;
};

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="border-line border-b px-4 py-3">
      <h3 className="pb-1 font-semibold text-xs">{title}</h3>
      {children}
    </div>
  );
}

function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-[112px_minmax(0,1fr)] gap-y-1 text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-2">{name}</dt>
          <dd className="wrap-anywhere">{value ?? <span className="text-ink-3">–</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One record: the person, the action, the cloud calls, the records around it, and the line itself. */
export function AuditRecordPane({ record, onFilter, onClose }: AuditRecordPaneProps) {
  const t = useTranslations('audit');
  const { number } = useFormatter();
  const { line, end, kind } = record;
  const { session } = line;
  const digest = line.filters?.digest ?? null;
  const { asked, served } = useScopeWords()(line);
  const rows = rowsOf(record);
  const who = whoOfLine(line);
  const ids = [...new Set([...line.cloudRequestIds, ...(end?.cloudRequestIds ?? [])])];
  return (
    <aside
      aria-label={t('record')}
      className="flex w-drawer shrink-0 flex-col overflow-y-auto border-line border-l bg-surface max-[720px]:w-full max-[720px]:border-l-0"
    >
      <header className="flex items-center gap-2 border-line border-b px-4 py-2.5">
        <h2 className="min-w-0 flex-1 truncate font-semibold text-base">
          <Who line={line} /> <KindMark kind={kind} />
        </h2>
        <Button look="quiet" size="icon" aria-label={t('close')} onClick={onClose}>
          <Icon name="cross" />
        </Button>
      </header>
      <Section title={t('head.who')}>
        <Facts
          facts={[
            [t('name'), <Who key="who" line={line} />],
            [t('email'), line.user?.email ?? null],
            [t('signedInBy'), line.auth],
            [t('grants'), line.grants.length > 0 ? line.grants.join(', ') : null],
            [t('from'), line.forwardedFor ?? line.peer],
          ]}
        />
      </Section>
      <Section title={t('head.what')}>
        <Facts
          facts={[
            [t('head.time'), <ClockTime key="time" moment={line.ts} />],
            [
              t('action'),
              <span key="action" className="font-mono text-mono">
                {line.action}
              </span>,
            ],
            [t('scopeAsked'), asked],
            [t('scopeServed'), served ?? asked],
            [
              t('filters'),
              line.filters && (
                <span className="font-mono text-mono">
                  {line.filters.keys.join(' ')} <span className="text-ink-3">#{line.filters.digest}</span>
                </span>
              ),
            ],
            [t('head.rows'), rows === null ? null : number(rows)],
            [
              t('status'),
              `${line.status}${line.code ? ` ${line.code}` : ''} · ${number(end?.ms ?? line.ms)} ms`,
            ],
            ...(end ? [[t('ended'), end.complete ? t('whole') : (end.stopped ?? t('cut'))] as const] : []),
          ]}
        />
        <p className="pt-2 text-ink-2 text-xs">{t('valuesNotKept')}</p>
      </Section>
      <Section title={t('cloudCalls', { count: ids.length })}>
        {ids.length === 0 ? (
          <p className="text-ink-2">{t('noCalls')}</p>
        ) : (
          <ul className="font-mono text-mono">
            {ids.map((id) => (
              <li key={id} className="wrap-anywhere">
                {id}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('around')}>
        <p className="flex flex-wrap gap-2">
          {session !== null && (
            <Button size="small" onClick={() => onFilter('session', session)}>
              {t('thisSession')}
            </Button>
          )}
          {who !== null && (
            <Button size="small" onClick={() => onFilter('who', who)}>
              {t('thisPerson')}
            </Button>
          )}
          {digest !== null && (
            <Button size="small" onClick={() => onFilter('mark', digest)}>
              {t('sameFilters')}
            </Button>
          )}
        </p>
      </Section>
      <Section title={t('theLine', { seq: line.seq })}>
        <CodeBlock
          label={t('lineText')}
          text={[line, end]
            .filter((each) => each !== null)
            .map((each) => JSON.stringify(each, null, 1))
            .join('\n')}
        />
      </Section>
    </aside>
  );
}
