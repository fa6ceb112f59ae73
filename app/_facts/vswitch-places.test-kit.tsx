import { FullRow } from '@/components/overview/full-row';
import { Figures } from '@/components/usage/figures';
import { VSwitchTile } from '@/components/usage/vswitch-tile';
import { effectOf } from '@/lib/cleanup/freed';
import type { Eni } from '@/lib/eni/eni';
import type { VSwitch } from '@/lib/eni/vswitch';
import { ruleOf } from '@/lib/findings/catalogue';
import type { Evidence, FindingsInput } from '@/lib/findings/finding';
import { DEFAULT_POLICY } from '@/lib/findings/policy';
import type { RuleId } from '@/lib/findings/rule-ids';
import { vSwitchFacts } from '@/lib/findings/vswitch-facts';
import en from '@/lib/i18n/en.json';
import { fullestFirst } from '@/lib/overview/fullest';
import { runSteps } from '@/lib/steps/run-steps';
import type { Measures } from '@/lib/usage/measure';
import { type Occupancy, occupancyOf } from '@/lib/usage/occupancy';
import { scopeMeasures } from '@/lib/usage/scope-measures';
import { VSWITCH_CSV, vSwitchRows } from '@/lib/usage/vswitch-rows';
import { vSwitchKey } from '@/lib/usage/vswitches';
import { attributesOf, definitionsOf, markupOf, partsOf, textOf } from './shown.test-kit';

/** The percentage from which a vSwitch counts as full here. */
export const FULL = 50;

/** Rules that speak of every vSwitch, so that what they tell can be compared. */
const POLICY = {
  ...DEFAULT_POLICY,
  thresholds: {
    ...DEFAULT_POLICY.thresholds,
    vSwitchLowPercent: 0,
    vSwitchHighPercent: FULL,
    darkAddresses: 0,
  },
};

/** A measurable vSwitch, at all its places. `isDrawn`: its markup is made too, which takes long. */
export type VSwitchPlaces = {
  vSwitch: VSwitch;
  measures: Measures;
  occupancy: Occupancy;
  enis: readonly Eni[];
  input: FindingsInput;
  isDrawn: boolean;
};

/** The vSwitches of a place, with the facts that its ENIs add. */
export function vSwitchPlaces(
  vSwitches: readonly VSwitch[],
  enis: readonly Eni[],
  now: number,
  isDrawn: boolean,
): VSwitchPlaces[] {
  const input = { enis, vSwitches, vpcs: [], now, earlier: [], policy: POLICY };
  const all = runSteps(scopeMeasures(vSwitches, enis));
  return vSwitches.flatMap((vSwitch) => {
    const occupancy = occupancyOf(vSwitch, enis);
    const measures = all.get(vSwitchKey(vSwitch));
    return typeof occupancy === 'string' || !measures
      ? []
      : [{ vSwitch, measures, occupancy, enis, input, isDrawn }];
  });
}

export function evidenceOf({ input, vSwitch }: VSwitchPlaces, rule: RuleId): Evidence {
  const found = ruleOf(rule).find(input);
  return found.find(({ subject }) => subject.id === vSwitch.id)?.evidence ?? {};
}

export function csvOf({ vSwitch, measures }: VSwitchPlaces): Record<string, string | number | null> {
  const [row] = vSwitchRows([vSwitch], new Map([[vSwitchKey(vSwitch), measures]]));
  return Object.fromEntries(VSWITCH_CSV.map(({ name, read }) => [name, row ? read(row) : null]));
}

export const factsOf = ({ input, vSwitch }: VSwitchPlaces) =>
  vSwitchFacts(input).find((each) => each.vSwitch === vSwitch) ?? null;

export const numberOf = (text: string | undefined) =>
  Number(/^[\d,]+/.exec(text ?? '')?.[0].replaceAll(',', '') ?? Number.NaN);

/** What tile, figures and overview draw, by the words of each. */
function drawnOf(at: VSwitchPlaces) {
  if (!at.isDrawn) return null;
  const { vSwitch, measures, input } = at;
  const facts = factsOf(at);
  const [row] = facts ? fullestFirst([facts], []) : [];
  const tile = markupOf(
    <VSwitchTile
      vSwitch={vSwitch}
      seen={null}
      figures={measures}
      measures={measures}
      worst={null}
      isOpen={false}
      onOpen={() => {}}
    />,
  );
  const [label = ''] = attributesOf(tile, 'aria-label');
  const said = /^(.*), ([^,]*): (\d+) % taken, ([\d,]+) free(?:, (?:(\d[\d,]*)|no) of|$)/s.exec(label);
  const figures = definitionsOf(markupOf(<Figures measures={measures} />));
  const figure = (term: string) => textOf(figures.get(term) ?? '');
  const cells = row
    ? partsOf(
        markupOf(
          <table>
            <tbody>
              <FullRow row={row} search={{ accounts: [], regions: [], terms: [] }} />
            </tbody>
          </table>,
        ),
        't[dh]',
      ).map(textOf)
    : [];
  return {
    label,
    tile: { name: said?.[1], percent: said?.[3], free: said && numberOf(said[4]) },
    figure,
    share: numberOf(/, (\d+) %/.exec(figure(en.usage.used))?.[1]),
    cells,
    now: input.now,
  };
}

const drawings = new WeakMap<VSwitchPlaces, ReturnType<typeof drawnOf>>();
export function drawn(at: VSwitchPlaces) {
  if (!drawings.has(at)) drawings.set(at, drawnOf(at));
  return drawings.get(at) ?? null;
}

export const effectIn = ({ vSwitch, enis }: VSwitchPlaces) =>
  effectOf({ vSwitchId: vSwitch.id, vSwitch, reservations: [], enis, going: [] });

export const inVSwitch = ({ vSwitch, enis }: VSwitchPlaces) =>
  enis.filter((eni) => eni.vSwitchId === vSwitch.id && eni.region === vSwitch.region);
