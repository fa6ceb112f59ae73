import { describe, expect, it } from 'vitest';
import { CHANGE_KINDS } from '@/lib/changes/change';
import { SAVED_ISSUES } from '@/lib/changes/saved-issue';
import { FIXED_BYS } from '@/lib/compare/compare-by';
import { COMPARE_FIELD_IDS, fieldOf } from '@/lib/compare/fields';
import { PAIR_KINDS } from '@/lib/compare/pair-enis';
import { EXPORT_ISSUES } from '@/lib/compare/saved-issue';
import { CLOUD_ERROR_CODES, cloudErrorKey } from '@/lib/eni/cloud-errors';
import { OWNER_KINDS } from '@/lib/eni/owner';
import { CAVEAT_CODES } from '@/lib/eni/page';
import { PROBLEMS } from '@/lib/eni/problem';
import { EVIDENCE_KEYS, SEVERITIES } from '@/lib/findings/finding';
import { INTEGRITY_PROBLEMS } from '@/lib/findings/integrity-rules';
import { POLICY_ISSUES } from '@/lib/findings/parse-policy';
import { RULE_IDS } from '@/lib/findings/rule-ids';
import { THRESHOLD_NAMES } from '@/lib/findings/thresholds';
import { COMMAND_IDS, FIXED_IDS, PLACE_IDS } from '@/lib/keys/commands';
import { FILTER_KEYS } from '@/lib/search/filters';
import { VALUE_KINDS } from '@/lib/search/kinds';
import { ENI_COLUMNS } from '@/lib/search/table/columns';
import { IPV6_BLOCK_STATES } from '@/lib/usage/ipv6';
import { ADDRESS_STATES } from '@/lib/usage/occupancy';
import { READY_VIEWS } from '@/lib/views/ready-views';
import { SAVED_VIEWS_ISSUES } from '@/lib/views/saved-views';
import en from './en.json';
import zh from './zh-CN.json';

const RULE_TEXTS = ['title', 'says', 'why', 'cannotSee', 'falsePositives'];

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(path + key, value);
    else for (const [inner, text] of flatten(value, `${path}${key}.`)) found.set(inner, text);
  }
  return found;
}

/** A brace that opens an argument and not the text of a plural form. */
const NAME = /(?<!(?:\bone|\bother|=\d+) ?)\{\s*(\w+)\s*[,}]|<(\w+)>/g;

/** The names that a message takes: arguments and tags. */
function namesIn(message: string): string[] {
  const names = [...message.matchAll(NAME)].map((match) => match[1] ?? match[2] ?? '');
  return [...new Set(names)].sort();
}

const english = flatten(en);
const chinese = flatten(zh);

describe('the catalogues', () => {
  it('have the same keys', () => expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort()));

  it('take the same arguments', () => {
    const apart = [...english].filter(
      ([key, text]) => namesIn(text).join() !== namesIn(chinese.get(key) ?? '').join(),
    );
    expect(apart.map(([key]) => key)).toEqual([]);
  });

  it('leave no message empty', () =>
    expect([...english, ...chinese].filter(([, text]) => text.trim() === '')).toEqual([]));

  it.each([
    ['filters', FILTER_KEYS.map((key) => `filter.${key}`)],
    ['columns', Object.values(ENI_COLUMNS).map((column) => column.label)],
    ['commands', COMMAND_IDS.map((id) => `keys.command.${id}`)],
    ['fixed keys', FIXED_IDS.map((id) => `keys.fixed.${id}`)],
    ['places of keys', PLACE_IDS.map((place) => `keys.place.${place}`)],
    ['kinds', VALUE_KINDS.map((kind) => `kind.${kind}`)],
    [
      'changes',
      CHANGE_KINDS.flatMap((kind) => ['count', 'kind', 'say'].map((text) => `changes.${text}.${kind}`)),
    ],
    ['issues of a file', SAVED_ISSUES.map((code) => `changes.fileIssue.${code}`)],
    ['fields that are compared', COMPARE_FIELD_IDS.map((id) => fieldOf(id).label)],
    ['kinds of a comparison', PAIR_KINDS.map((kind) => `compare.kind.${kind}`)],
    ['ways to compare', FIXED_BYS.map((by) => `compare.byOf.${by}`)],
    ['issues of an export', EXPORT_ISSUES.map((code) => `compare.fileIssue.${code}`)],
    ['owners', OWNER_KINDS.map((kind) => `owner.${kind}`)],
    ['caveats', CAVEAT_CODES.map((code) => `caveat.${code}`)],
    ['rules', RULE_IDS.flatMap((id) => RULE_TEXTS.map((text) => `findings.rule.${id}.${text}`))],
    ['evidence', EVIDENCE_KEYS.map((key) => `findings.evidence.${key}`)],
    ['severities', SEVERITIES.map((severity) => `findings.severity.${severity}`)],
    ['thresholds', THRESHOLD_NAMES.map((name) => `findings.threshold.${name}`)],
    ['problems of integrity', INTEGRITY_PROBLEMS.map((problem) => `findings.problem.${problem}`)],
    ['issues of a policy', POLICY_ISSUES.map((issue) => `findings.policyIssue.${issue}`)],
    ['ready-made views', READY_VIEWS.map(({ id }) => `savedViews.ready.${id}`)],
    ['issues of saved views', SAVED_VIEWS_ISSUES.map((issue) => `savedViews.refused.${issue}`)],
    ['states of an address', ADDRESS_STATES.map((state) => `usage.state.${state}`)],
    ['states of a /80', IPV6_BLOCK_STATES.map((state) => `usage.state.${state}`)],
    [
      'errors of the cloud',
      CLOUD_ERROR_CODES.flatMap((code) =>
        ['title', 'next'].map((text) => `cloudError.${cloudErrorKey(code)}.${text}`),
      ),
    ],
    ['problems', Object.keys(PROBLEMS).flatMap((code) => [`problem.${code}.title`, `problem.${code}.next`])],
  ])('name all %s', (_, keys) => expect(keys.filter((key) => !english.has(key))).toEqual([]));

  it('name no filter that does not exist', () =>
    expect(Object.keys(en.filter).sort()).toEqual([...FILTER_KEYS].sort()));
});
