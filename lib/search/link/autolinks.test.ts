import fc from 'fast-check';
import { linkifyit } from 'linkify-it';
import { find } from 'linkifyjs';
import { lexer, walkTokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { parseSearch, toEniQueryString } from '../params';
import { EXAMPLE_VALUES, randomSearch } from '../random-search.test-kit';
import { DEFAULT_VIEW, parseExplorer, toExplorerQueryString } from '../view';
import { expandParams, shortQuery } from './compact';
import { safeQuery } from './safe-query';

const linkify = linkifyit();

/** The links that programs find in a text which they receive. */
const READERS = {
  'linkify-it': (text: string) => (linkify.match(text) ?? []).map(({ url }) => url),
  linkifyjs: (text: string) => find(text, 'url').map(({ href }) => href),
  marked: (text: string) => {
    const links: string[] = [];
    walkTokens(lexer(text), (token) => {
      if (token.type === 'link') links.push(token.href);
    });
    return links;
  },
} as const;

/** How people write a link into a text. */
const TEXTS: Record<string, (link: string) => string> = {
  'the end of a sentence': (link) => `see ${link}.`,
  brackets: (link) => `(${link})`,
  'angle brackets': (link) => `<${link}>`,
  'a cell of a table': (link) => `| link | rows |\n| --- | --- |\n| ${link} | 12 |\n`,
  'a comma': (link) => `${link}, and more`,
  'the comma of a list': (link) => `${link},`,
  'a semicolon': (link) => `see ${link}; it is idle`,
  'a question': (link) => `have you seen ${link}?`,
  quotes: (link) => `the link "${link}"`,
  'a line of its own': (link) => `before\n${link}\nafter`,
};

const ORIGINS = [
  'https://eni.example.com',
  'http://localhost:3000',
  'http://10.0.0.1:8080',
  'https://eni.example.com/cleanup',
];

/** Values with every mark at their end and in them, beside those of the kit. */
const MARKED = [
  'web-*',
  'a.',
  'a..-b',
  'a_',
  '(a',
  'a)',
  'a|b',
  'a!',
  "a'",
  'a~',
  'a:',
  'a@',
  'a;',
  'a]',
  '_a_',
];
const VALUES = {
  ...EXAMPLE_VALUES,
  name: [...EXAMPLE_VALUES.name, ...MARKED],
  q: [...EXAMPLE_VALUES.q, ...MARKED],
  tag: [...EXAMPLE_VALUES.tag, 'team:', 'env:*', ...MARKED],
  ip: [...EXAMPLE_VALUES.ip, '2408:4321::', '2408::/32'],
  vpc: [...EXAMPLE_VALUES.vpc, 'vpc-', 'vpc_', 'vpc.'],
};
const accounts = fc.constantFrom<string[]>([], ['prod'], ['me@corp.'], ['a b', 'c_']);
const search = fc.tuple(randomSearch(VALUES), accounts).map(([any, names]) => ({ ...any, accounts: names }));

/** Links that others write: the same search with the marks as a person types them. */
const bare = (query: string) => query.replace(/%(2A|3A|2E|2C|40|21|28|29|7E|5F|2D)/g, decodeURIComponent);

describe.each(Object.keys(READERS) as (keyof typeof READERS)[])('%s', (reader) => {
  it('finds the whole link of any search, wherever it stands', () => {
    fc.assert(
      fc.property(search, fc.constantFrom(...ORIGINS), (any, origin) => {
        const query = toEniQueryString(any);
        const link = `${origin}${origin.endsWith('cleanup') ? '' : '/'}${query && `?${query}`}`;
        for (const [where, text] of Object.entries(TEXTS))
          expect([where, ...READERS[reader](text(link))]).toEqual([where, link]);
        expect(parseSearch(new URL(link).searchParams)).toEqual({ search: any, issues: [] });
      }),
      { numRuns: 600 },
    );
  });

  it('finds the whole of a link that others wrote, once it has been copied here', () => {
    fc.assert(
      fc.property(search, (any) => {
        const query = safeQuery(bare(toEniQueryString(any)));
        const link = `https://eni.example.com/${query && `?${query}`}`;
        for (const [where, text] of Object.entries(TEXTS))
          expect([where, ...READERS[reader](text(link))]).toEqual([where, link]);
        expect(parseSearch(new URL(link).searchParams)).toEqual({ search: any, issues: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('finds the whole of a packed link', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), (seed) => {
        // A search long enough to be packed, and another one for each number: base64 ends in every way.
        const values = Array.from(
          { length: 110 + (seed % 40) },
          (_, at) => `eni-${(seed * (at + 7)).toString(36)}0000000000000`,
        );
        const query = shortQuery(
          toEniQueryString({ accounts: [], regions: [], terms: [{ key: 'eni', negated: false, values }] }),
        );
        const link = `https://eni.example.com/?${query}`;
        expect(query).toMatch(/^s=1\./);
        for (const [where, text] of Object.entries(TEXTS))
          expect([where, ...READERS[reader](text(link))]).toEqual([where, link]);
        expect(expandParams(new URL(link).searchParams).params.get('eni')).toBe(values.join());
      }),
      { numRuns: 100 },
    );
  });
});

it('shows the same explorer from a link whatever the columns and the order', () => {
  fc.assert(
    fc.property(search, fc.constantFrom('tag:team.', 'tag:a|b', 'tag:(x)'), (any, column) => {
      const state = {
        search: any,
        view: { ...DEFAULT_VIEW, columns: ['id' as const, column as 'tag:team.'] },
      };
      const query = toExplorerQueryString(state);
      const link = `https://eni.example.com/?${query}`;
      for (const read of Object.values(READERS))
        for (const text of Object.values(TEXTS)) expect(read(text(link))).toEqual([link]);
      const { search: found, view, issues } = parseExplorer(new URL(link).searchParams);
      expect([found, view.columns, issues]).toEqual([any, state.view.columns, []]);
    }),
    { numRuns: 200 },
  );
});
