'use client';

import { createColumnHelper } from '@tanstack/react-table';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import { AsideMark } from '@/components/basket/aside-mark';
import { DataTable } from '@/components/data-table/data-table';
import { NARROW } from '@/components/data-table/row-metrics';
import type { DataTableFeatures, TableSort } from '@/components/data-table/table-features';
import { useMedia } from '@/components/ui/use-media';
import { visibleText } from '@/lib/eni/visible-text';
import {
  EVIDENCE_COLUMNS,
  type EvidenceColumn,
  type EvidenceRow,
  sortEvidence,
} from '@/lib/findings/evidence-rows';
import { EvidenceCell } from './evidence-cell';
import { SeverityMark } from './severity-mark';

function Label({ id }: { id: EvidenceColumn }) {
  return useTranslations('findings')(`column.${id}`);
}

function SubjectCell({ row }: { row: EvidenceRow }) {
  const { name, finding } = row;
  return (
    <>
      {name === null ? (
        <span className="truncate font-mono text-xs">{finding.subject.id}</span>
      ) : (
        <>
          <bdi className="truncate font-medium">{visibleText(name)}</bdi>
          <span className="hidden font-mono print:block">{finding.subject.id}</span>
        </>
      )}
      {finding.subject.kind === 'eni' && <AsideMark subject={finding.subject} />}
    </>
  );
}

function SeverityCell({ row }: { row: EvidenceRow }) {
  const t = useTranslations('findings');
  const { severity } = row.finding;
  return (
    <span className="flex items-center gap-1.5">
      <SeverityMark severity={severity} />
      {t(`severity.${severity}`)}
    </span>
  );
}

function CountCell({ count }: { count: number }) {
  const { number } = useFormatter();
  return count === 0 ? <span className="text-ink-3">–</span> : number(count);
}

function OwnerCell({ row }: { row: EvidenceRow }) {
  const t = useTranslations('owner');
  return <span className="truncate text-ink-2">{row.owner === null ? '–' : t(row.owner)}</span>;
}

const column = createColumnHelper<DataTableFeatures, EvidenceRow>();
const define = (id: EvidenceColumn, size: number, cell: (row: EvidenceRow) => ReactNode, meta = {}) =>
  column.display({ id, size, header: () => <Label id={id} />, cell: ({ row }) => cell(row.original), meta });

const COLUMNS = [
  define('subject', 190, (row) => <SubjectCell row={row} />, { narrow: 'top-start' }),
  define('severity', 92, (row) => <SeverityCell row={row} />, { narrow: 'top-end' }),
  define('evidence', 320, (row) => <EvidenceCell evidence={row.finding.evidence} />, {
    narrow: 'bottom-start',
  }),
  define('addresses', 64, ({ finding }) => <CountCell count={finding.addresses} />, {
    align: 'end',
    narrow: 'bottom-end',
  }),
  define('owner', 110, (row) => <OwnerCell row={row} />),
];

const NARROW_COLUMNS: readonly EvidenceColumn[] = ['subject', 'severity', 'evidence', 'addresses'];

type EvidenceTableProps = {
  rows: readonly EvidenceRow[];
  /** The key of the selected finding. */
  marked: string | null;
  onMark: (key: string) => void;
  /** The reader chose the rule, so the row keys walk its findings; otherwise they walk the list of rules. */
  isChosen: boolean;
};

/** The findings of a rule, each with its evidence. */
export function EvidenceTable({ rows: all, marked, onMark, isChosen }: EvidenceTableProps) {
  const t = useTranslations('findings');
  const isNarrow = useMedia(NARROW);
  const [sort, setSort] = useState<TableSort | null>(null);
  const rows = useMemo(() => sortEvidence(all, sort), [all, sort]);
  return (
    <DataTable
      label={t('evidenceTable')}
      columns={COLUMNS}
      visible={isNarrow ? NARROW_COLUMNS : EVIDENCE_COLUMNS}
      rows={rows}
      rowKey={({ finding }) => finding.key}
      rowName={({ name, finding }) => visibleText(name ?? finding.subject.id)}
      selected={marked}
      isMain={isChosen}
      sort={sort}
      onSort={setSort}
      onOpen={({ finding }) => onMark(finding.key)}
      more={false}
      density="compact"
    />
  );
}
