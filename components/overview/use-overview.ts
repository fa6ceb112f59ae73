'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useCountTold } from '@/components/findings/use-count-told';
import { useScopeFindings } from '@/components/findings/use-scope-findings';
import type { Scan } from '@/components/scan/use-scan';
import { useSteps } from '@/components/scan/use-steps';
import { placeKey } from '@/lib/eni/place';
import type { Problem } from '@/lib/eni/problem';
import type { VSwitches } from '@/lib/eni/vswitch';
import { groupByRule } from '@/lib/findings/find';
import { indexOf } from '@/lib/findings/findings-index';
import { judgedEnis } from '@/lib/findings/judged';
import type { Policy } from '@/lib/findings/policy';
import { shownFindings } from '@/lib/findings/shown';
import { vSwitchFacts } from '@/lib/findings/vswitch-facts';
import { applyWaivers } from '@/lib/findings/waivers';
import { type ByField, byFieldSteps } from '@/lib/overview/by-field';
import { concernedVSwitches, fullestFirst, vSwitchFigures } from '@/lib/overview/fullest';
import {
  countedPlaces,
  countPlaces,
  deniedPlaces,
  type OverviewPlace,
  overviewPlaces,
} from '@/lib/overview/places';
import { findingFigures, worstRules } from '@/lib/overview/worst';
import { enisQuery } from '@/lib/queries/enis';
import { keepOf } from '@/lib/search/keep';
import type { Search } from '@/lib/search/search';
import { useJudged } from './use-judged';

type Options = {
  search: Search;
  /** Of the whole scope: a filter must not make a full vSwitch look empty. */
  scope: Search;
  scan: Scan;
  /** Undefined while they are being read, and if none could be. */
  vSwitches: VSwitches | undefined;
  vSwitchProblem: Problem | null;
  policy: Policy;
};

const NONE: never[] = [];

/** The accounts and regions, as far as reading has come in each. */
function usePlaces({ scope, scan, vSwitches, vSwitchProblem }: Options): readonly OverviewPlace[] {
  const client = useQueryClient();
  const { reading, problem } = scan;
  return useMemo(() => {
    if (problem !== null) return deniedPlaces(problem);
    const pages = client.getQueryData(enisQuery(scope).queryKey)?.pages ?? NONE;
    // If no place answered, each of them has the same problem.
    const everywhere =
      vSwitchProblem === null
        ? NONE
        : reading.scope.accounts.flatMap((account) =>
            reading.scope.regions.map((region) => ({ account, region, problem: vSwitchProblem })),
          );
    return overviewPlaces(reading, pages, vSwitches?.failures ?? everywhere);
  }, [client, scope, reading, problem, vSwitches, vSwitchProblem]);
}

/** ENIs and addresses read so far, by owner, status and zone. */
function useByField(
  { scan, search }: Options,
  places: readonly OverviewPlace[],
): { value: ByField | null; isCurrent: boolean } {
  const { reading } = scan;
  const { asOf } = reading;
  const begin = useMemo(() => {
    if (asOf === null) return null;
    return () => {
      const read = countedPlaces(places, 'read');
      const complete = countedPlaces(places, 'judged');
      const keep = search.terms.length === 0 ? null : keepOf(search, Date.parse(asOf));
      const enis = judgedEnis(reading).filter(
        (eni) => read.has(placeKey(eni)) && (keep === null || keep(eni)),
      );
      return byFieldSteps(enis, (eni) => !complete.has(placeKey(eni)));
    };
  }, [reading, places, search, asOf]);
  return useSteps(begin);
}

/** The value, or while it is null the last value of the same key. */
function useLast<Value>(value: Value | null, key: string): Value | null {
  const [last, setLast] = useState({ value, key });
  if (value !== null && (last.value !== value || last.key !== key)) setLast({ value, key });
  return value ?? (last.key === key ? last.value : null);
}

/** All figures of the overview; unknown ones are null. */
export function useOverview(options: Options) {
  const { search, scope, scan, vSwitches, policy } = options;
  const { reading } = scan;
  const places = usePlaces(options);
  const counts = useMemo(() => countPlaces(places), [places]);
  const judged = useJudged(scan, vSwitches?.items ?? null, places, counts);
  const { asOf, complete } = reading;
  const { input, found, isCurrent } = useScopeFindings({
    scope,
    enis: judged.enis,
    vSwitches: judged.vSwitches,
    vpcs: vSwitches?.vpcs ?? NONE,
    asOf,
    complete,
    policy,
  });
  const { waivers, thresholds } = policy;
  const now = asOf === null ? null : Date.parse(asOf);
  const isKnown = isCurrent && input !== null && found !== null;
  useCountTold({
    scope,
    findings: isKnown ? found.findings : null,
    waivers,
    now,
    places: judged.counts.complete + judged.counts.blind,
    ofPlaces: judged.counts.all,
  });
  const byField = useByField(options, places);
  const fresh = useMemo(() => {
    if (!isCurrent || input === null || found === null) return null;
    const keep = search.terms.length === 0 ? null : keepOf(search, input.now);
    const { open } = applyWaivers(shownFindings(found.findings, input.enis, keep), waivers, input.now);
    const figures = findingFigures(open, indexOf(input).enis);
    const facts = input.vSwitches === null ? null : concernedVSwitches(vSwitchFacts(input), keep);
    return {
      findings: figures,
      worst: worstRules(groupByRule(open), figures.freed),
      vSwitches: facts && vSwitchFigures(facts, thresholds.vSwitchHighPercent),
      fullest: facts && fullestFirst(facts, open),
      /** The places that all of this covers, which may be fewer than have been read since. */
      counts: judged.counts,
    };
  }, [isCurrent, input, found, search, waivers, thresholds.vSwitchHighPercent, judged.counts]);
  // While the rules run again, the previous findings stay, with the places that they cover.
  const told = useLast(fresh, scan.key);
  const isDenied = scan.problem !== null;
  return { places, counts, told, isCurrent, byField: byField.value, isDenied };
}

export type Overview = ReturnType<typeof useOverview>;
