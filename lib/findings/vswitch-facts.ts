import type { VSwitch } from '@/lib/eni/vswitch';
import { type Figures, figuresOf } from '@/lib/usage/figures';
import { type Measures, measure } from '@/lib/usage/measure';
import { occupancyOf } from '@/lib/usage/occupancy';
import type { DataProblem } from '@/lib/usage/problems';
import type { Finding, FindingsInput, Rule, RuleDefinition, Subject } from './finding';
import { distinctItems, type EniFacts, indexOf, perInput } from './findings-index';
import { groupFinding, type Hit } from './make-finding';

/** A vSwitch with its ENIs, and what its addresses say where they can be measured. */
export type VSwitchFacts = {
  vSwitch: VSwitch;
  subject: Subject;
  enis: readonly EniFacts[];
  /** IPv4 prefixes in use in it. */
  prefixes: number;
  figures: Figures;
  measures: Measures | null;
  problems: readonly DataProblem[];
};

function factsOf(vSwitch: VSwitch, enis: readonly EniFacts[]): VSwitchFacts {
  const { account, region, id } = vSwitch;
  // ENIs of every account that uses it hold its addresses.
  const holders = enis.map(({ eni }) => (eni.account === account ? eni : { ...eni, account }));
  const occupancy = occupancyOf(vSwitch, holders);
  const measures = typeof occupancy === 'string' ? null : measure(vSwitch, occupancy);
  return {
    vSwitch,
    subject: { kind: 'vswitch', account, region, id },
    enis,
    prefixes: enis.reduce((sum, { eni }) => sum + eni.ipv4Prefixes.length, 0),
    figures: measures ?? figuresOf(vSwitch),
    measures,
    problems: typeof occupancy === 'string' ? [] : occupancy.problems,
  };
}

/** All vSwitches of an input, measured once; the maps of their addresses are not kept. */
export const vSwitchFacts = perInput((input): readonly VSwitchFacts[] => {
  const groups = new Map(
    indexOf(input)
      .byVSwitch()
      .map(({ region, id, enis }) => [`${region}/${id}`, enis]),
  );
  return distinctItems(input.vSwitches ?? []).map((vSwitch) =>
    factsOf(vSwitch, groups.get(`${vSwitch.region}/${vSwitch.id}`) ?? []),
  );
});

/** The VPCs in which prefixes are in use, as `region/id`. */
const prefixVpcs = perInput((input): ReadonlySet<string> => {
  const using = indexOf(input).enis.filter(({ eni }) => eni.vpcId !== null && eni.ipv4Prefixes.length > 0);
  return new Set(using.map(({ eni }) => `${eni.region}/${eni.vpcId}`));
});

/** Whether prefixes are in use in the VPC of a vSwitch. */
export function isInPrefixVpc({ region, vpcId }: VSwitch, input: FindingsInput): boolean {
  return vpcId !== null && prefixVpcs(input).has(`${region}/${vpcId}`);
}

/** A finding on a vSwitch as a whole: all its ENIs are concerned, and none of their addresses would be freed. */
function vSwitchFinding(rule: RuleDefinition, facts: VSwitchFacts, hit: Hit): Finding {
  return groupFinding(rule, facts.subject, [], hit);
}

/** A rule that looks at one vSwitch at a time. */
export function vSwitchRule(
  rule: RuleDefinition,
  check: (facts: VSwitchFacts, input: FindingsInput) => Hit | null,
): Rule {
  const find = (input: FindingsInput) =>
    vSwitchFacts(input).flatMap((facts) => {
      const hit = check(facts, input);
      return hit ? [vSwitchFinding(rule, facts, hit)] : [];
    });
  return { ...rule, needs: 'vSwitches', find };
}
