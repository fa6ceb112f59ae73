import fc from 'fast-check';
import { lexer, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { visibleText } from '@/lib/eni/visible-text';
import { markdownTable, markdownText } from './markdown';

/** The visible text of inline Markdown, by a parser that we did not write; fails on all but text and code. */
function seen(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'text') return token.text.replaceAll('&#124;', '|');
      if (token.type === 'codespan') return token.text;
      throw new Error(`${token.type}: ${token.raw}`);
    })
    .join('');
}

function tablesIn(markdown: string) {
  return lexer(markdown).flatMap((token) => (token.type === 'table' ? [token] : []));
}

const pieces = fc.constantFrom(
  ...['|', '\\', '`', '``', '\n', '<b>', '[a](b)', '![x](y)', '*', '_', '~~', 'http://x.io', 'www.x.io'],
  ...['a@b.io', '@you', '#12', '&lt;', ' ', '  ', 'web', '订单', '$x$', ':tada:', '-', '\u202e', '1.'],
);
const anyName = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
);

describe('markdownTable', () => {
  it('shows every name as it is in its own cell, whatever the name', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyName, anyName), { minLength: 1, maxLength: 5 }), (rows) => {
        const [table, ...others] = tablesIn(
          [...markdownTable(['Name', 'a|b'], rows, [['Search', '']])].join(''),
        );
        expect(others).toEqual([]);
        expect(table?.header.map((cell: { tokens: Token[] }) => seen(cell.tokens))).toEqual(['Name', 'a|b']);
        const cells = table?.rows.map((row: { tokens: Token[] }[]) => row.map(({ tokens }) => seen(tokens)));
        expect(cells).toEqual(rows.map((row) => row.map((text) => (text === '' ? '–' : visibleText(text)))));
      }),
      { numRuns: 500 },
    );
  });

  it('says where it comes from in one line of text', () => {
    fc.assert(
      fc.property(anyName, (says) => {
        const text = [
          ...markdownTable(
            ['Name'],
            [],
            [
              ['Search', says],
              ['Rows', '3'],
            ],
          ),
        ].join('');
        const [line] = lexer(text);
        expect(line?.type).toBe('paragraph');
        const shown = seen(line && 'tokens' in line ? (line.tokens ?? []) : []);
        expect(shown).toBe(`Search: ${visibleText(says)} · Rows: 3`);
      }),
      { numRuns: 300 },
    );
  });

  it('writes an en dash for what is absent', () =>
    expect([...markdownTable(['IP', 'IPs'], [[null, 0]], [['Rows', '1']])].join('')).toBe(
      'Rows: 1\n\n| IP | IPs |\n| --- | --- |\n| – | 0 |\n',
    ));
});

it.each([
  ['eni-bp1grvr8ol2qtku2qfzw', 'eni-bp1grvr8ol2qtku2qfzw'],
  ['10.0.0.16/28', '10.0.0.16/28'],
  ['订单 web-1', '订单 web-1'],
  ['a|b', '`a`&#124;`b`'],
  ['a`b', '``a`b``'],
  ['a_b', '`a_b`'],
  ['www.example.com', '`www.example.com`'],
  ['@you', '`@you`'],
])('writes %j as %s', (text, written) => expect(markdownText(text)).toBe(written));
