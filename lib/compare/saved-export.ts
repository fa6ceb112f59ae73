import { STEP } from '@/lib/changes/look';
import { type Provenance, provenanceOf } from '@/lib/changes/provenance';
import { readSaved } from '@/lib/changes/read-saved';
import type { SavedIssue } from '@/lib/changes/saved-issue';
import { issueOf } from '@/lib/changes/saved-look';
import { type Eni, eniKey, eniSchema } from '@/lib/eni/eni';
import { type Cell, eniOfCells } from './eni-of-cells';
import { readCsv } from './read-csv';
import type { ExportIssue } from './saved-issue';

/** An export that this dashboard wrote, read back. Its provenance has the columns that it holds in place of whole ENIs. */
export type SavedExport = {
  enis: readonly Eni[];
  provenance: Provenance;
  /** ISO 8601. */
  takenAt: string;
  /** When it was taken is only known from the file's own date. */
  isTimeGuessed: boolean;
};

/** Columns are no fault here, where rows of them can be read. */
const asExportIssue = ({ code, ...where }: SavedIssue): ExportIssue => ({
  ...where,
  code: code === 'columns' ? 'not_enis' : code,
});

/** Rows of chosen columns, by the file's own names of them. */
function* eniOfColumns(
  cells: readonly Cell[],
  columns: readonly string[],
  { scope }: Provenance,
): Generator<void, Map<string, Eni> | ExportIssue, void> {
  const only = (names: readonly string[] | undefined) => (names?.length === 1 ? (names[0] ?? null) : null);
  const place = { account: only(scope?.accounts), region: only(scope?.regions) };
  const enis = new Map<string, Eni>();
  for (const [at, cell] of cells.entries()) {
    if (at % STEP === 0) yield;
    const eni = eniOfCells(cell, columns, place);
    if (eni === null) return { code: 'no_ids', at: `row ${at + 1}` };
    // An ENI has one row where rows are ENIs.
    if (enis.has(eniKey(eni))) return { code: 'addresses', at: `row ${at + 1}` };
    enis.set(eniKey(eni), eni);
  }
  return enis;
}

function* wholeEnis(
  items: readonly unknown[],
  nameOf: (at: number) => string,
): Generator<void, Map<string, Eni> | ExportIssue, void> {
  const enis = new Map<string, Eni>();
  for (const [at, item] of items.entries()) {
    if (at % STEP === 0) yield;
    const parsed = eniSchema.safeParse(item);
    if (!parsed.success) return asExportIssue(issueOf(parsed.error, nameOf(at)));
    enis.set(eniKey(parsed.data), parsed.data);
  }
  return enis;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

type Rows = { enis: Map<string, Eni>; provenance: Provenance };

function* fromCsv(text: string): Generator<void, Rows | ExportIssue, void> {
  const csv = yield* readCsv(text);
  if (csv === null) return { code: 'empty' };
  const { columns, rows, provenance } = csv;
  if (!columns.includes('id')) return { code: 'no_ids', at: columns.slice(0, 4).join(',') };
  const places = new Map(columns.map((column, at) => [column, at]));
  const cells = rows.map(
    (row): Cell =>
      (column) =>
        row[places.get(column) ?? row.length],
  );
  const enis = yield* eniOfColumns(cells, columns, provenance);
  return enis instanceof Map ? { enis, provenance } : enis;
}

function* fromJson(text: string): Generator<void, Rows | ExportIssue, void> {
  const saved = yield* readSaved(text);
  if ('code' in saved) return asExportIssue(saved);
  const { items, about, nameOf } = saved;
  const said = provenanceOf(about);
  const [first] = items;
  // A file that does not say where it comes from shows by its first row whether it has whole ENIs.
  const isWhole = said.columns === null && !(isObject(first) && !('privateIps' in first));
  const columns = said.columns ?? (isWhole || !isObject(first) ? null : Object.keys(first));
  const provenance = { ...said, columns };
  const enis =
    columns === null
      ? yield* wholeEnis(items, nameOf)
      : yield* eniOfColumns(
          items.map(
            (item): Cell =>
              (column) =>
                isObject(item) ? item[column] : undefined,
          ),
          columns,
          provenance,
        );
  return enis instanceof Map ? { enis, provenance } : enis;
}

/**
 * Reads an export: JSON and NDJSON of whole ENIs or of chosen columns, and CSV.
 * @param fileTime when the file was written, ISO 8601, in case that it does not say when it was taken
 * @yields often enough for a page to be drawn in between
 */
export function* savedExportSteps(
  given: string,
  fileTime: string,
): Generator<void, SavedExport | ExportIssue, void> {
  const text = given.trimStart();
  if (text === '') return { code: 'empty' };
  if (text.startsWith('PK\u0003\u0004')) return { code: 'xlsx' };
  const isJson = /^\uFEFF?\s*[[{]/.test(text);
  const read = isJson ? yield* fromJson(text) : yield* fromCsv(text);
  if ('code' in read) return read;
  const { enis, provenance } = read;
  return {
    enis: [...enis.values()],
    provenance,
    takenAt: provenance.takenAt ?? fileTime,
    isTimeGuessed: provenance.takenAt === null,
  };
}
