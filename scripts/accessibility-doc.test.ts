import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const DOC = readFileSync('docs/ACCESSIBILITY.md', 'utf8');

/** How many criteria WCAG 2.2 has at each of its levels. */
const CRITERIA = { A: 31, AA: 24 };

const rows = [...DOC.matchAll(/^\| (\d\.\d\.\d+) [^|]+\| (A|AA) \| ([^|]+) \| ([^|]*)\|$/gm)].map(
  ([, criterion, level, support, how]) => ({ criterion, level, support, how: how?.trim() }),
);

describe('docs/ACCESSIBILITY.md', () => {
  it('answers for every criterion once', () => {
    for (const [level, count] of Object.entries(CRITERIA))
      expect(rows.filter((row) => row.level === level)).toHaveLength(count);
    expect(new Set(rows.map(({ criterion }) => criterion)).size).toBe(rows.length);
  });

  it('says what is missing where support is not whole', () => {
    const terms = ['Supports', 'Partially supports', 'Does not support', 'Not applicable'];
    for (const { support, how, criterion } of rows) {
      expect(terms).toContain(support);
      if (support === 'Partially supports' || support === 'Does not support')
        expect(how, criterion).not.toBe('');
    }
  });

  it('names tests that there are', () => {
    const named = [...DOC.matchAll(/`(e2e\/[\w/.-]+)`/g)].map(([, path]) => path ?? '');
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });
});
