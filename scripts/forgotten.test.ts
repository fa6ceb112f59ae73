import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '@/lib/findings/rule-ids';
import en from '@/lib/i18n/en.json';
import zh from '@/lib/i18n/zh-CN.json';

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, path = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  );
}

/** Words that people write to mark something for later. */
const PLACEHOLDER = /\b(?:TODO|TBD|FIXME|XXX|lorem ipsum|placeholder text)\b|待翻译|待补充|待定|占位/i;
const HAN = /\p{Script=Han}/u;

/** A sentence, and not a name or a unit: four words of small letters. */
const SENTENCE = /(?:^|\s)(?:[a-z]{2,}[\s,.]+){3}[a-z]{2,}/;

const isPlaceholder = (key: string, text: string) =>
  PLACEHOLDER.test(text) || (key.includes('.') && text === key);

describe('words', () => {
  it('are no placeholders, in either language', () =>
    expect(
      [...flatten(en), ...flatten(zh)].filter(([key, text]) => isPlaceholder(key, text)).map(([key]) => key),
    ).toEqual([]));

  it('of the Chinese catalogue are Chinese, where they are sentences', () =>
    expect(
      flatten(zh)
        .filter(([, text]) => !HAN.test(text) && SENTENCE.test(text))
        .map(([key]) => key),
    ).toEqual([]));

  it('would be seen if they were', () => {
    expect(isPlaceholder('column.novel', 'TODO')).toBe(true);
    expect(isPlaceholder('column.novel', 'column.novel')).toBe(true);
    expect(isPlaceholder('column.novel', '待翻译')).toBe(true);
    expect(SENTENCE.test('the rows that are not there')).toBe(true);
  });
});

/** Tests that make rules fire; those that keep them quiet are separate. */
const firing = readdirSync('lib/findings')
  .filter((name) => name.endsWith('.test.ts') && !name.includes('quiet'))
  .map((name) => readFileSync(`lib/findings/${name}`, 'utf8'))
  .join('\n');

/** A line of a table of what fires, `['idle-eni', 'it is free', …`, or a rule that is asked for by its id. */
const isFired = (id: string) => new RegExp(`(?:\\[\\s*|found\\(\\s*|ruleOf\\(\\s*)'${id}'`).test(firing);

describe('rules', () => {
  it('are each made to fire by a test in lib/findings', () =>
    expect(RULE_IDS.filter((id) => !isFired(id))).toEqual([]));

  it('would be named if they were not', () => expect(isFired('no-such-rule')).toBe(false));
});
