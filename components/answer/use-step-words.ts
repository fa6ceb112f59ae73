'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useNameOf, useRefusedNames } from '@/components/names/use-names';
import { problemWords } from '@/components/states/problem-words';
import type { Hit } from '@/lib/answer/answer';
import type { NameOf } from '@/lib/eni/names';
import type { PlaceFacts } from './use-place-facts';

/** The action that names each kind of thing. */
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
  /** The RAM action that is missing to name a kind of thing in this place; null where none is. */
  missing: (kind: keyof typeof NAMED_BY) => string | null;
};

/** What rows of the chain are made of, beside the chain itself. */
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
