import type { Finding } from './benchmark';

export type NamedFinding = Finding & { benchmark: string };

const HEAD = ['benchmark', 'what', 'figure', 'baseline', 'ratio', 'bar', 'met?'];

export const verdict = ({ isMet }: Finding) => (isMet === null ? '—' : isMet ? 'yes' : 'NO');

/** One table over all rows, in Markdown, which reads in a terminal as well. */
export function toTable(findings: readonly NamedFinding[]): string {
  const rows = findings.map((finding) => [
    finding.benchmark,
    finding.what,
    finding.figure,
    finding.baseline,
    finding.ratio || '—',
    finding.bar,
    verdict(finding),
  ]);
  const widths = HEAD.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(HEAD), rule, ...rows.map(line)].join('\n');
}
