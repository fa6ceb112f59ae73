'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useNameOf, useRefusedNames } from '@/components/names/use-names';
import { problemWords } from '@/components/states/problem-words';
import type { Hit } from '@/lib/answer/answer';
import type { NameOf } from '@/lib/eni/names';
import type { PlaceFacts } from './use-place-facts';

/** The RAM action that reads the name of each kind of resource. */
export const NAMED_BY = {
  instance: 'DescribeInstances',
  vswitch: 'DescribeVSwitches',
  vpc: 'DescribeVpcs',
  groups: 'DescribeSecurityGroups',
} as const;

export type StepWords = {
  t: ReturnType<typeof useTranslations<'answer'>>;
  number: (count: number) => string;
  nameOf: NameOf;
  facts: PlaceFacts;
  /** Why vSwitches and VPCs could not be read: the RAM action that is missing, or what happened; null where they were. */
  whyUnread: string | null;
  /** The RAM action missing to name a kind of resource in this place; null where none is missing. */
  missing: (kind: keyof typeof NAMED_BY) => string | null;
};

/** What the rows of the chain need besides the chain itself. */
export function useStepWords(hit: Hit, facts: PlaceFacts): StepWords {
  const t = useTranslations('answer');
  const all = useTranslations();
  const format = useFormatter();
  const nameOf = useNameOf();
  const refused = useRefusedNames(hit.account, hit.region).split(',');
  return {
    t,
    number: (count) => format.number(count),
    nameOf,
    facts,
    whyUnread: facts.problem && (facts.problem.action ?? problemWords(all, facts.problem).title),
    missing: (kind) => refused.find((action) => action.endsWith(`:${NAMED_BY[kind]}`)) ?? null,
  };
}
