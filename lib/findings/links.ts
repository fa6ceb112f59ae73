import { type FilterKey, filterOf } from '@/lib/search/filters';
import { parseValue } from '@/lib/search/kinds';
import { escapeText } from '@/lib/search/list-text';
import type { FilterTerm, Search } from '@/lib/search/search';
import type { Finding, Subject } from './finding';
import type { RuleId } from './rule-ids';
import type { Thresholds } from './thresholds';

/** Filters of the explorer, and whether they show the ENIs concerned and no others. */
export type FindingTerms = { terms: Search['terms']; exact: boolean };

/** The most ids of one filter: what DescribeNetworkInterfaces takes in one call. */
const MOST_IDS = 100;

function term(key: FilterKey, ...values: string[]): FilterTerm {
  return { key, negated: false, values };
}

function not(key: FilterKey, ...values: string[]): FilterTerm {
  return { key, negated: true, values };
}

/** A filter by ids, without those that a URL cannot carry; null if none remain. */
function idTerm(key: FilterKey, ids: ReadonlySet<string>): FindingTerms | null {
  const { kind, known } = filterOf(key);
  const values = [...ids].filter((id) => parseValue(kind, id, known).ok).slice(0, MOST_IDS);
  return values.length === 0 ? null : { terms: [term(key, ...values)], exact: values.length === ids.size };
}

const SUBJECT_KEYS: Partial<Record<Subject['kind'], FilterKey>> = {
  vswitch: 'vswitch',
  vpc: 'vpc',
  sg: 'sg',
  instance: 'instance',
};

/**
 * The common subject of findings as one filter, if the subject has a filter of its own: all of its ENIs are concerned.
 */
function bySubject(findings: readonly Finding[]): FindingTerms | null {
  const key = findings[0] && SUBJECT_KEYS[findings[0].subject.kind];
  if (!key || findings.some(({ subject }) => SUBJECT_KEYS[subject.kind] !== key)) return null;
  const found = idTerm(key, new Set(findings.map(({ subject }) => subject.id)));
  // If a VPC shares networks with another one, only the ENIs in these networks are concerned.
  const isPart = findings.some(({ rule }) => rule === 'overlap-in-use');
  return found && { ...found, exact: found.exact && !isPart };
}

function missingTagsOf(findings: readonly Finding[]): string[] {
  const values = findings.map(({ evidence }) => evidence.missingTags);
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}

type Of = (findings: readonly Finding[], thresholds: Thresholds) => FilterTerm[];

const idle: Of = (_, { idleAfterDays, graceHours }) => [
  term('status', 'Available'),
  not('type', 'Primary'),
  not('managed', 'true'),
  term('created', idleAfterDays > 0 ? `>${idleAfterDays}d` : `>${graceHours}h`),
];

/** Filters that mean a rule, or come near it, for groups of too many ENIs to name. */
const RULE_TERMS: Partial<Record<RuleId, Of>> = {
  'idle-eni': idle,
  'idle-eni-hoard': idle,
  'idle-eni-with-eip': () => [term('status', 'Available'), term('eip', 'true')],
  'stuck-transition': () => [term('status', 'Attaching', 'Detaching', 'Deleting')],
  'keep-on-release': () => [
    term('deleteOnRelease', 'false'),
    term('type', 'Secondary'),
    term('status', 'InUse'),
    not('managed', 'true'),
  ],
  'public-exposure': () => [term('eip', 'true')],
  'eip-on-secondary-ip': () => [term('eip', 'true'), term('ips', '>1')],
  'ipv6-present-unneeded': () => [term('ipv6', 'true')],
  'required-tag-missing': (findings) => {
    const missing = missingTagsOf(findings);
    const [key = ''] = missing;
    const isOne = missing.length === 1 && !key.includes(' ');
    return isOne ? [not('tag', escapeText(key, ':*')), not('managed', 'true')] : [not('managed', 'true')];
  },
  'service-managed-inventory': () => [term('managed', 'true')],
  'prefix-on-idle-eni': () => [term('status', 'Available'), term('prefix', 'true')],
};

function near(findings: readonly Finding[], thresholds: Thresholds): FilterTerm[] {
  const [first] = findings;
  const terms = first && RULE_TERMS[first.rule]?.(findings, thresholds);
  return terms ?? [];
}

/**
 * The filters that show the ENIs of findings of one rule. Up to a hundred are named; beyond that the filter is the one
 * that comes nearest, and where there is none it names the first hundred.
 */
export function termsFor(findings: readonly Finding[], thresholds: Thresholds): FindingTerms {
  const subjects = bySubject(findings);
  if (subjects) return subjects;
  const named = idTerm('eni', new Set(findings.flatMap(({ enis }) => enis)));
  if (named?.exact) return named;
  const terms = near(findings, thresholds);
  return terms.length > 0 ? { terms, exact: false } : (named ?? { terms: [], exact: false });
}
