import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withTables } from './docs-tables';

const PATH = 'docs/API.md';

it('docs/API.md has the tables of today: UPDATE=1 npx vitest run lib/server/openapi writes them', () => {
  const text = readFileSync(PATH, 'utf8');
  for (const name of ['routes', 'filters', 'problems']) expect(text).toContain(`<!-- end of ${name} -->`);
  if (process.env.UPDATE === '1') writeFileSync(PATH, withTables(text));
  expect(readFileSync(PATH, 'utf8')).toBe(withTables(text));
});
