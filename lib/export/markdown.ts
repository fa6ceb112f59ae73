import { visibleText } from '@/lib/eni/visible-text';

/** Letters and digits, parted by marks that mean nothing to Markdown. */
const PLAIN = /^[\p{L}\p{N}]+(?:(?:[.:/ -]|, | \/ )[\p{L}\p{N}]+)*$/u;
/** Text that GitHub and others still make a link or a picture of. */
const SPECIAL = /www\.|:[\p{L}\p{N}-]+:/iu;
const ABSENT = '–';

function codeSpan(text: string): string {
  const runs = text.match(/`+/g)?.map((run) => run.length) ?? [];
  let length = 1;
  while (runs.includes(length)) length++;
  const fence = '`'.repeat(length);
  // One blank at each end is taken away unless there is nothing else.
  const needsPad = /^[` ]|[` ]$/.test(text) && /[^ ]/.test(text);
  return needsPad ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/**
 * Text as Markdown that shows just that text on one line, in a table too: no link, mention, picture or HTML comes of it.
 * A code span holds all of that; only a bar would part the cell even there, so bars stand outside as an entity.
 */
export function markdownText(text: string): string {
  const seen = visibleText(text);
  if (PLAIN.test(seen) && !SPECIAL.test(seen)) return seen;
  return seen
    .split('|')
    .map((part) => (part === '' ? '' : codeSpan(part)))
    .join('&#124;');
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;

/** A value of a cell, null or empty where there is none. */
type Cell = string | number | boolean | null;

/**
 * A Markdown table (GFM) under one line that says where it comes from, row by row.
 * @param provenance names and what they say, such as the search and the time
 */
export function* markdownTable(
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
  provenance: readonly (readonly [name: string, says: string])[],
): Generator<string> {
  const line = provenance.map(([name, says]) => `${markdownText(name)}: ${markdownText(says)}`);
  yield `${line.join(' · ')}\n\n`;
  yield row(columns.map(markdownText)) + row(columns.map(() => '---'));
  for (const cells of rows)
    yield row(cells.map((cell) => (cell === null || cell === '' ? ABSENT : markdownText(String(cell)))));
}
