'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ClockTime } from '@/components/ui/clock-time';
import type { AuditAnswer, AuditRecord } from '@/lib/audit/audit-answer';
import { KindMark, rowsOf, useScopeWords, Who } from './audit-words';

type AuditTableProps = {
  answer: AuditAnswer;
  seq: number | null;
  onOpen: (seq: number) => void;
};

const WIDE_ONLY = 'max-[720px]:hidden';
const CELL = 'h-7 truncate border-line border-b px-2 first:pl-4 last:pr-4 max-[720px]:h-9';

function Row({ record, isOpen, onOpen }: { record: AuditRecord; isOpen: boolean; onOpen: () => void }) {
  const t = useTranslations('audit');
  const mark = useTranslations('mark');
  const { number } = useFormatter();
  const { line, kind } = record;
  const { asked, served } = useScopeWords()(line);
  const rows = rowsOf(record);
  return (
    <tr
      aria-selected={isOpen}
      onClick={onOpen}
      className="cursor-pointer hover:bg-hover aria-selected:bg-accent-wash aria-selected:shadow-[inset_3px_0_0_var(--color-accent)]"
    >
      <td className={`${CELL} text-ink-2`}>
        <button
          type="button"
          aria-label={t('open', { seq: line.seq })}
          className="cursor-pointer tabular-nums"
          onClick={onOpen}
        >
          <ClockTime moment={line.ts} />
        </button>
      </td>
      <td className={`${CELL} font-medium`}>
        <Who line={line} />
      </td>
      <td className={CELL}>
        <KindMark kind={kind} />
      </td>
      <td className={`${CELL} ${WIDE_ONLY} font-mono text-ink-2 text-mono`}>
        {line.filters?.keys.join(' ') || <span className="text-ink-3">–</span>}
      </td>
      <td className={`${CELL} ${WIDE_ONLY} text-ink-2`}>
        {asked ?? <span className="text-ink-3">–</span>}
        {served && (
          <>
            <span className="px-1 text-ink-3" aria-hidden="true">
              →
            </span>
            <span className="sr-only">{t('served') + mark('colon')}</span>
            <span className="font-medium text-ink">{served}</span>
          </>
        )}
      </td>
      <td className={`${CELL} text-right tabular-nums`}>
        {rows === null ? <span className="text-ink-3">–</span> : number(rows)}
      </td>
    </tr>
  );
}

function Part({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <tbody>
      <tr>
        <th
          scope="rowgroup"
          colSpan={4}
          className="h-7 border-line border-b bg-canvas px-4 text-left font-normal text-ink-2 text-xs"
        >
          <b className="font-semibold text-ink">{title}</b> {note}
        </th>
        {/* A head as wide as all columns would reserve room for columns that a narrow page leaves out. */}
        <td colSpan={2} className={`border-line border-b bg-canvas ${WIDE_ONLY}`} />
      </tr>
      {children}
    </tbody>
  );
}

/** The records of a day: exports and denials first, then everything else, each newest first. */
export function AuditTable({ answer, seq, onOpen }: AuditTableProps) {
  const t = useTranslations('audit');
  const { notable, others, totals } = answer;
  const heads = ['time', 'who', 'what', 'by', 'askedServed', 'rows'] as const;
  const rowsOfPart = (records: readonly AuditRecord[]) =>
    records.map((record) => (
      <Row
        key={record.line.seq}
        record={record}
        isOpen={record.line.seq === seq}
        onOpen={() => onOpen(record.line.seq)}
      />
    ));
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <table className="w-full table-fixed border-separate border-spacing-0 text-sm">
        <thead>
          <tr>
            {heads.map((head) => (
              <th
                key={head}
                scope="col"
                className={`sticky top-0 z-1 h-7 border-line-strong border-b bg-surface px-2 font-normal text-ink-2 text-xs first:w-24 first:pl-4 last:w-20 last:pr-4 ${head === 'rows' ? 'text-right' : 'text-left'} ${head === 'by' || head === 'askedServed' ? WIDE_ONLY : ''} ${head === 'askedServed' ? 'w-[32%]' : ''}`}
              >
                {t(`head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        {notable.length > 0 && (
          <Part
            title={t('notable')}
            note={t('notableNote', {
              exports: totals.exports,
              denials: totals.denials,
              shown: notable.length,
            })}
          >
            {rowsOfPart(notable)}
          </Part>
        )}
        {others.length > 0 && (
          <Part title={t('others')} note={t('othersNote', { count: totals.others, shown: others.length })}>
            {rowsOfPart(others)}
          </Part>
        )}
      </table>
    </div>
  );
}
