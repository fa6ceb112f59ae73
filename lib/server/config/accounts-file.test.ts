import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ConfigError, type Environment, parseConfig } from './config';

function problemsOf(env: Environment): readonly string[] {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const folder = mkdtempSync(join(tmpdir(), 'eni-atlas-'));
afterAll(() => rmSync(folder, { recursive: true }));

function accountsFile(content: string): Environment {
  const path = join(folder, 'accounts.json');
  writeFileSync(path, content);
  return { ENI_ATLAS_ACCOUNTS_FILE: path };
}

const prod = { name: 'prod', profile: 'prod-reader' };
const accounts = [{ name: 'prod', profile: 'prod-reader', roleArn: null, regions: null }];

test.each([[[prod]], [{ accounts: [prod] }]])('a list, bare or under "accounts"', (content) => {
  expect(parseConfig(accountsFile(JSON.stringify(content))).accounts).toEqual(accounts);
});

test('a role with the external id that its trust policy asks for', () => {
  const role = {
    name: 'audit',
    roleArn: 'acs:ram::1234567890123456:role/reader',
    externalId: 'partner-7/a',
  };
  expect(parseConfig(accountsFile(JSON.stringify([role]))).accounts).toEqual([
    { ...role, profile: null, regions: null },
  ]);
});

test.each([
  ['{', 'not valid JSON'],
  ['[]', '>=1'],
  ['[{"name":"a","accessKeySecret":"hunter2"}]', 'accessKeySecret'],
  ['[{"name":"a"},{"name":"a"}]', 'two accounts'],
  ['[{"name":"all"}]', 'accounts.0.name: all is every account'],
  ['[{"name":"a","regions":["../x"]}]', 'accounts.0.regions.0'],
  ['[{"name":"a","roleArn":"hunter2"}]', 'accounts.0.roleArn'],
  ['[{"name":"a","externalId":"hunter2"}]', 'accounts.0.externalId: goes with roleArn'],
  [
    '[{"name":"a","roleArn":"acs:ram::1:role/r","externalId":"hunter2 <x>"}]',
    'accounts.0.externalId: must be 2 to 1224',
  ],
])('%s is refused by field, without values', (content, part) => {
  const text = problemsOf(accountsFile(content)).join('\n');
  expect(text).toContain(part);
  expect(text).not.toContain('hunter2');
});

test('not beside ENI_ATLAS_PROFILES', () => {
  expect(problemsOf({ ...accountsFile('[{"name":"a"}]'), ENI_ATLAS_PROFILES: 'b' })).toHaveLength(1);
});
