import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withTables } from './docs-tables';

describe.each([
  ['docs/API.md', ['routes', 'filters', 'problems']],
  ['docs/PROBLEMS.md', ['problem parts']],
  ['docs/CONFIGURATION.md', ['optional calls', 'optional policy']],
  ['docs/OPERATIONS.md', ['cloud errors', 'after a failure']],
])('%s', (path, names) => {
  it('has the tables of today: UPDATE=1 npx vitest run lib/server/openapi writes them', () => {
    const text = readFileSync(path, 'utf8');
    for (const name of names) expect(text).toContain(`<!-- end of ${name} -->`);
    if (process.env.UPDATE === '1') writeFileSync(path, withTables(text));
    expect(readFileSync(path, 'utf8')).toBe(withTables(text));
  });
});
