import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import zh from './zh-CN.json';

/** A Chinese letter, or a closing mark as Chinese has it. */
const CHINESE = String.raw`[\p{Script=Han}）】》”]`;

/** Chinese next to a half-width mark; text in braces is ICU's own. */
const MIXED = new RegExp(
  String.raw`${CHINESE}[,;:?!()]|${CHINESE} [,;:]|[,;:?!()]\p{Script=Han}|[,;:] \p{Script=Han}`,
  'u',
);

/** Two texts that code itself puts a mark between, which each language has another one for. */
const JOINED = /[)`]\}[:,] [{<$]|<span[^>]*>[:,] \{|\}: <\//;

function texts(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : texts(value, `${path}${key}.`),
  );
}

it('knows a half-width mark among Chinese when it sees one', () => {
  for (const text of ['主题: 浅色', '账号,地域', '前缀(/28)', '类型 :状态']) expect(text).toMatch(MIXED);
  for (const text of ['主题：浅色', '截至 10:32，共 3 个', '/28 块', '{count, plural, other {# 个}}'])
    expect(text).not.toMatch(MIXED);
});

it('sets Chinese with the marks of Chinese', () =>
  expect(texts(zh).filter(([, text]) => MIXED.test(text))).toEqual([]));

const files = ['app', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => `${folder}/${file}`),
);

it('lists nothing as units, which Chinese joins without a mark', () => {
  const said = files.filter((file) => /\.list\([^;]*type: 'unit'/.test(readFileSync(file, 'utf8')));
  expect(said).toEqual([]);
});

it('takes marks between texts from the catalogues', () => {
  expect("{t('title')}: {t('text')}").toMatch(JOINED);
  expect(files.length).toBeGreaterThan(300);
  const found = files.filter((file) => JOINED.test(readFileSync(file, 'utf8')));
  expect(found).toEqual([]);
});
