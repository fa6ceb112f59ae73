'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useNameOf, useRefusedNames } from '@/components/names/use-names';
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
  /** The RAM action that is missing to name a kind of thing in this place; null where none is. */
  missing: (kind: keyof typeof NAMED_BY) => string | null;
};

/** What rows of the chain are made of, beside the chain itself. */
export function useStepWords(hit: Hit, facts: PlaceFacts): StepWords {
  const t = useTranslations('answer');
  const format = useFormatter();
  const nameOf = useNameOf();
  const refused = useRefusedNames(hit.account, hit.region).split(',');
  return {
    t,
    number: (count) => format.number(count),
    nameOf,
    facts,
    missing: (kind) => refused.find((action) => action.endsWith(`:${NAMED_BY[kind]}`)) ?? null,
  };
}
