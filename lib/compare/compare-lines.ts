import type { Eni } from '@/lib/eni/eni';
import { BOM, type CsvValue, csvComment, csvLines } from '@/lib/export/csv';
import { LIST_SEPARATOR } from '@/lib/export/export-columns';
import { type Comparison, summaryOf } from './comparison';
import { VALUE_KINDS } from './count-values';
import { type CompareField, fieldOf } from './fields';
import { PAIR_KINDS } from './pair-enis';

/** The source of one side of a file of differences. */
export type SideSource = {
  name: string;
  /** Its query string; null of a file. */
  search: string | null;
  /** The name of the file; null of what was read from the cloud. */
  file: string | null;
  takenAt: string | null;
  enis: number;
  /** Every ENI on this side is known. If not, an ENI that was not seen is no difference. */
  complete: boolean;
};

export type CompareSource = { link: string; here: SideSource; there: SideSource };

const PAIR_COLUMNS = ['comparison', 'account', 'region', 'eni', 'name', 'field', 'here', 'there'] as const;
const VALUE_COLUMNS = ['comparison', 'value', 'here', 'there', 'difference'] as const;

type Table = { columns: readonly string[]; rows: (readonly CsvValue[])[] };

const valuesOf = (field: CompareField, eni: Eni) => fieldOf(field).read(eni).join(LIST_SEPARATOR);

function pairTable({ paired }: Extract<Comparison, { paired: unknown }>): Table {
  const rows = PAIR_KINDS.filter((kind) => kind !== 'same').flatMap((kind) =>
    paired.rows[kind].flatMap(({ here, there, fields }): (readonly CsvValue[])[] => {
      const [a, b] = [here[0], there[0]];
      const of = ({ account, region, id, name }: Eni) => [kind, account, region, id, name];
      if (a && b && fields.length > 0)
        return fields.map((field) => [...of(a), field, valuesOf(field, a), valuesOf(field, b)]);
      return [
        ...here.map((eni) => [...of(eni), null, eni.privateIpAddress ?? eni.id, null]),
        ...there.map((eni) => [...of(eni), null, null, eni.privateIpAddress ?? eni.id]),
      ];
    }),
  );
  return { columns: PAIR_COLUMNS, rows };
}

function valueTable(comparison: Extract<Comparison, { counted: unknown }>): Table {
  const { counted, here, there } = comparison;
  const isKnown = here.isWhole && there.isWhole;
  const rows = VALUE_KINDS.flatMap((kind) =>
    counted.rows[kind].map((row) => [
      kind,
      row.value,
      row.here,
      row.there,
      isKnown ? row.here - row.there : null,
    ]),
  );
  return { columns: VALUE_COLUMNS, rows };
}

const tableOf = (comparison: Comparison) =>
  'paired' in comparison ? pairTable(comparison) : valueTable(comparison);

function sourcePairs(side: 'here' | 'there', source: SideSource): [string, string][] {
  const { name, search, file, takenAt, enis, complete } = source;
  return [
    [`${side}`, name],
    file === null ? [`${side} search`, search === '' ? '(all)' : (search ?? '')] : [`${side} file`, file],
    [`${side} as of`, takenAt ?? 'unknown'],
    [`${side} ENIs`, String(enis)],
    [`${side} complete`, String(complete)],
  ];
}

/** The differences as CSV: where both sides come from as comments, then a line for each field or value that differs. */
export function compareCsv(comparison: Comparison, source: CompareSource): string {
  const { columns, rows } = tableOf(comparison);
  const { different, same, untold, several } = summaryOf(comparison);
  const about: [string, string][] = [
    ['file', 'ENI Atlas comparison'],
    ['link', source.link],
    ['by', comparison.by],
    ...sourcePairs('here', source.here),
    ...sourcePairs('there', source.there),
    ['different', String(different)],
    ['same', String(same)],
    ['not known yet', String(untold)],
    ['several of one name', String(several)],
  ];
  return BOM + about.map(([name, text]) => csvComment(name, text)).join('') + csvLines([columns, ...rows]);
}

/** The differences as one JSON text, with where both sides come from. */
export function compareJson(comparison: Comparison, source: CompareSource): string {
  const { columns, rows } = tableOf(comparison);
  return JSON.stringify(
    {
      provenance: { ...source, by: comparison.by },
      summary: { ...summaryOf(comparison), totals: comparison.totals },
      rows: rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))),
    },
    null,
    2,
  );
}
