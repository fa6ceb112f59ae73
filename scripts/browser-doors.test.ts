import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * Features that a browser may lack or forbid, so that a page that simply uses them breaks, and the module that handles
 * each case.
 */
const DOORS = {
  'navigator.clipboard': { pattern: /\bclipboard\b(?!')/, only: ['components/ui/copy-text.ts'] },
  'document.cookie': { pattern: /\bdocument\.cookie\b|\bcookieStore\b/, only: ['components/ui/cookies.ts'] },
  'the storage of texts': {
    pattern: /\b(local|session)Storage\b/,
    only: [
      'components/saved-views/shown-view.ts',
      'components/sign-in/long-link.ts',
      'components/ui/person-key.ts',
      'components/ui/use-stored-text.ts',
    ],
  },
  'the database': {
    pattern: /\bindexedDB\b|\bidb-keyval\b/,
    only: [
      'components/changes/look-store.ts',
      'components/compare/file-store.ts',
      'components/pods/pod-store.ts',
      'components/ui/person-key.ts',
    ],
  },
} as const;

/** Comments may name anything. */
const withoutComments = (text: string) => text.replace(/\/\*.*?\*\/|(?<=^|\s)\/\/.*?$/gms, '');

const files = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test(-kit)?\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`),
);
const texts = new Map(files.map((file) => [file, withoutComments(readFileSync(file, 'utf8'))]));

describe.each(Object.entries(DOORS))('%s', (_, { pattern, only }) => {
  it('is used in one place that knows what to do without', () => {
    const used = [...texts].filter(([, text]) => pattern.test(text)).map(([file]) => file);
    expect(used.sort()).toEqual([...only].sort());
  });

  it('and never where its failure would end the page', () => {
    for (const file of only) expect(texts.get(file), file).toMatch(/\btry \{/);
  });
});

it('a call of the clipboard would be seen', () => {
  const { pattern } = DOORS['navigator.clipboard'];
  expect('const { clipboard } = navigator;').toMatch(pattern);
  expect('await window.navigator.clipboard.writeText(text);').toMatch(pattern);
});
