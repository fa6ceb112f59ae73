import type * as z from 'zod/mini';
import { duplicateKeys } from './duplicate-keys';
import { type Policy, policySchema } from './policy';
import { RULE_IDS } from './rule-ids';
import { THRESHOLD_NAMES, THRESHOLDS, type ThresholdName } from './thresholds';

/** Possible faults of a policy file. */
export const POLICY_ISSUES = [
  'not_json',
  'duplicate_key',
  'unknown_key',
  'unknown_rule',
  'unknown_version',
  'missing',
  'wrong_type',
  'out_of_range',
  'invalid_date',
  'malformed',
] as const;

/** One fault, its place (`waivers[2].expires`, empty for the whole file), and the values allowed there. */
export type PolicyIssue = { path: string; code: (typeof POLICY_ISSUES)[number]; allowed?: string[] };

type Issue = z.core.$ZodIssue;

const KEYS: Record<string, readonly string[]> = {
  thresholds: THRESHOLD_NAMES,
  exposureAllowed: ['tags', 'vSwitches', 'securityGroups'],
  waivers: ['rule', 'subject', 'reason', 'expires', 'by'],
};

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`))
    .join('');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, part) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[part],
    value,
  );
}

function rangeOf(path: readonly PropertyKey[]): string[] {
  const threshold = path[0] === 'thresholds' && THRESHOLDS[path[1] as ThresholdName];
  return threshold ? [`${threshold.least}..${threshold.most}`] : [];
}

function formOf(path: readonly PropertyKey[]): Omit<PolicyIssue, 'path'> {
  const field = path.at(-1);
  if (field === 'expires') return { code: 'invalid_date', allowed: ['YYYY-MM-DD', 'null'] };
  if (field === 'subject') return { code: 'malformed', allowed: ['account/region/id'] };
  return { code: 'malformed', allowed: ['key', 'key:value', 'key:*'] };
}

function lengthOf(issue: Issue): string[] {
  const field = issue.path.at(-1);
  return [field === 'reason' ? '1..500' : field === 'by' ? '1..100' : '1..128'];
}

function issuesOf(issue: Issue, file: unknown): PolicyIssue[] {
  const path = pathText(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const allowed = [...(KEYS[String(issue.path[0] ?? '')] ?? Object.keys(policySchema.shape))];
    return issue.keys.map((key) => ({ path: pathText([...issue.path, key]), code: 'unknown_key', allowed }));
  }
  if (valueAt(file, issue.path) === undefined) return [{ path, code: 'missing' }];
  switch (issue.code) {
    case 'invalid_value':
      return issue.path[0] === 'version'
        ? [{ path, code: 'unknown_version', allowed: ['1'] }]
        : [{ path, code: 'unknown_rule', allowed: [...RULE_IDS] }];
    case 'invalid_type':
      return [{ path, code: 'wrong_type', allowed: [issue.expected] }];
    case 'too_small':
    case 'too_big': {
      const range = rangeOf(issue.path);
      return [{ path, code: 'out_of_range', allowed: range.length > 0 ? range : lengthOf(issue) }];
    }
    default:
      return [{ path, ...formOf(issue.path) }];
  }
}

/**
 * Reads a policy file, all or nothing: entries that this version does not know are named and never dropped, as a waiver
 * lost on the way would come back as a finding that nobody expects.
 */
export function parsePolicy(text: string): { policy: Policy } | { issues: PolicyIssue[] } {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\u{feff}/u, ''));
  } catch {
    return { issues: [{ path: '', code: 'not_json' }] };
  }
  const twice = duplicateKeys(text);
  if (twice.length > 0) {
    return { issues: twice.map((path) => ({ path: pathText(path), code: 'duplicate_key' })) };
  }
  const parsed = policySchema.safeParse(file);
  return parsed.success
    ? { policy: parsed.data }
    : { issues: parsed.error.issues.flatMap((issue) => issuesOf(issue, file)) };
}
