import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Ways to write "unknown" as a value that something known can have too. */
const SENTINELS: readonly { what: string; pattern: RegExp }[] = [
  {
    what: 'a moment that is unknown as the epoch',
    pattern: /=== null \? 0 : Date\.parse|new Date\(0\)|Date\.parse\(.*\) \|\| 0/,
  },
  { what: 'a moment that is unknown as NaN', pattern: /Date\.parse\([^)]*\?\? ''\)(?! \|\| null)/ },
  { what: 'a number that is unknown as a negative one', pattern: /=== null \? -1 : Math/ },
  { what: 'an id that is unknown, handed on as an empty text', pattern: /\bon[A-Z]\w*\([^)]*\?\? ''\)/ },
  { what: 'a key of a search, which may be empty, as a yes or no', pattern: /enabled: \w*[kK]ey !== ''/ },
];

const files = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test(-kit)?\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`),
);

function found(pattern: RegExp): string[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
  );
}

describe('absence has a type of its own', () => {
  it.each(SENTINELS)('and not $what', ({ pattern }) => expect(found(pattern)).toEqual([]));

  it.each([
    'const now = asOf === null ? 0 : Date.parse(asOf);',
    "countFacets(index, enis, Date.parse(asOf ?? '') || 0);",
    "keepOf(search, Date.parse(asOf ?? ''));",
    'asOf: asOf ?? new Date(0).toISOString(),',
    'const days = now === null ? -1 : Math.floor(now);',
    "onClick={() => onOpen(group.vpcId ?? '')}",
    "enabled: firstKey !== '',",
  ])('which would be seen in: %s', (line) =>
    expect(SENTINELS.some(({ pattern }) => pattern.test(line))).toBe(true),
  );
});
