import Papa from 'papaparse';
import type { Provenance } from '@/lib/changes/provenance';
import { LOSS_CODES } from '@/lib/eni/completeness';

/** A file of lines of cells, and what it says of itself. */
export type CsvFile = {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  provenance: Provenance;
};

/** Lines that are parsed in one step. */
const STEP = 500;

const COMMENT = /^# ([\w ]+): (.*?)\r?$/;

type Pairs = readonly (readonly [string, string])[];

/** What the comments before the header and after the last row say; text inside a cell is no comment. */
function cutComments(lines: readonly string[]): { pairs: Pairs; body: readonly string[] } {
  let from = 0;
  let until = lines.length;
  const isComment = (line: string | undefined) =>
    line !== undefined && (line === '' || line === '\r' || COMMENT.test(line));
  while (from < until && isComment(lines[from])) from++;
  while (until > from && isComment(lines[until - 1])) until--;
  const pairs = [...lines.slice(0, from), ...lines.slice(until)].flatMap((line) => {
    const [, name, text] = COMMENT.exec(line) ?? [];
    return name === undefined || text === undefined ? [] : [[name, text] as const];
  });
  return { pairs, body: lines.slice(from, until) };
}

const listOf = (text: string | undefined) => text?.split(', ').filter((each) => each !== '') ?? [];

function provenanceOf(pairs: Pairs, columns: readonly string[]): Provenance {
  const all = (name: string) => pairs.filter(([each]) => each === name).map(([, text]) => text);
  const first = (name: string) => all(name)[0];
  const search = first('search');
  const scope = { accounts: listOf(first('accounts')), regions: listOf(first('regions')) };
  const hasLost = all('caveat').some((text) => LOSS_CODES.some((code) => text.startsWith(code)));
  const takenAt = first('as of') ?? first('started') ?? null;
  return {
    query: search === undefined ? null : search === '(all)' ? '' : search,
    columns,
    scope: scope.regions.length > 0 ? scope : null,
    // A file without its end was cut off.
    complete: first('complete') !== undefined && !first('stopped') && !first('selected') && !hasLost,
    failures: all('failure').flatMap((text) => {
      const [, account, region] = /^(.*)\/([^/]+?): /.exec(text) ?? [];
      return account === undefined || region === undefined ? [] : [{ account, region }];
    }),
    takenAt: takenAt !== null && Number.isNaN(Date.parse(takenAt)) ? null : takenAt,
  };
}

/** A cell as it was before it was kept from being taken for a formula. */
function plainCell(text: string): string {
  return /^'[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text;
}

/**
 * Reads CSV as this dashboard writes it; null where it has no header.
 * @yields while lines are read
 */
export function* readCsv(text: string): Generator<void, CsvFile | null, void> {
  const { pairs, body } = cutComments(text.replace(/^\uFEFF/, '').split('\n'));
  const rows: string[][] = [];
  let pending: string[] = [];
  let isInQuotes = false;
  const flush = () => {
    const newline = pending[0]?.endsWith('\r') ? '\r\n' : '\n';
    const lines = pending.join('\n');
    // The last line of a file may have no end.
    const text = newline === '\r\n' && !lines.endsWith('\r') ? `${lines}${newline}` : `${lines}\n`;
    const { data } = Papa.parse<string[]>(text, {
      delimiter: ',',
      newline,
      skipEmptyLines: true,
    });
    for (const row of data) rows.push(row.map(plainCell));
    pending = [];
  };
  for (const line of body) {
    pending.push(line);
    // A cell may hold line breaks: a record ends only outside of quotes.
    if ((line.split('"').length - 1) % 2 === 1) isInQuotes = !isInQuotes;
    if (isInQuotes || pending.length < STEP) continue;
    flush();
    yield;
  }
  if (pending.length > 0) flush();
  const [columns, ...records] = rows;
  if (columns === undefined) return null;
  return { columns, rows: records, provenance: provenanceOf(pairs, columns) };
}
