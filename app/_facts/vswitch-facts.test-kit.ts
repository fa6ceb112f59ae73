import { shownName } from '@/lib/eni/visible-text';
import { ruleOf } from '@/lib/findings/catalogue';
import { evidenceRows } from '@/lib/findings/evidence-rows';
import en from '@/lib/i18n/en.json';
import { concernedVSwitches, vSwitchFigures } from '@/lib/overview/fullest';
import { keepTerm } from '@/lib/search/keep';
import { blocksOf, freeBlocks } from '@/lib/usage/blocks';
import { cutVSwitches } from '@/lib/usage/cut-vswitches';
import { measure } from '@/lib/usage/measure';
import { percentOf } from '@/lib/usage/pressure';
import { runsOf } from '@/lib/usage/runs';
import { vSwitchKey } from '@/lib/usage/vswitches';
import type { Places } from './eni-places.test-kit';

import {
  csvOf,
  drawn,
  effectIn,
  evidenceOf,
  FULL,
  factsOf,
  inVSwitch,
  numberOf,
  type VSwitchPlaces,
} from './vswitch-places.test-kit';

/**
 * Every fact of a vSwitch that several places tell, and the text at each place, from the function that the place itself
 * uses.
 */
export const VSWITCH_FACTS: Readonly<Record<string, (at: VSwitchPlaces) => Places>> = {
  'free addresses': (at) =>
    ({
      csv: csvOf(at).free,
      tile: drawn(at)?.tile.free,
      figures: drawn(at) && numberOf(drawn(at)?.figure(en.usage.freeAddresses)),
      overview: drawn(at)?.cells[5] === undefined ? null : numberOf(drawn(at)?.cells[5]),
      rule: evidenceOf(at, 'vswitch-nearly-full').free,
      'clean-up': effectIn(at).free?.before,
      metric: measure(at.vSwitch, at.occupancy).free,
      'what is left': Math.max(
        0,
        Math.min(
          at.vSwitch.availableIpAddressCount ?? Number.POSITIVE_INFINITY,
          at.measures.usable - at.measures.used,
        ),
      ),
    }) as Places,
  'usable addresses': (at) =>
    ({
      csv: csvOf(at).usable,
      figures: drawn(at) && numberOf(/of ([\d,]+)/.exec(drawn(at)?.figure(en.usage.used) ?? '')?.[1]),
      rule: evidenceOf(at, 'vswitch-nearly-full').usable,
      metric: at.measures.usable,
      map: at.occupancy.size - 4,
    }) as Places,
  'addresses of ENIs': (at) =>
    ({
      csv: csvOf(at).usedByEnis,
      figures: drawn(at) && numberOf(drawn(at)?.figure(en.usage.used)),
      rule: evidenceOf(at, 'dark-addresses').used,
      metric: measure(at.vSwitch, at.occupancy).used,
      map: at.occupancy.size - at.occupancy.counts.free - at.occupancy.counts.reserved,
      runs: runsOf(at.occupancy).reduce(
        (sum, { state, length }) => (state === 'free' || state === 'reserved' ? sum : sum + length),
        0,
      ),
    }) as Places,
  'addresses taken': (at) =>
    ({
      csv: csvOf(at).taken,
      rule: evidenceOf(at, 'vswitch-nearly-full').taken,
      overview: factsOf(at)?.figures.taken,
      'usable less free': Number(csvOf(at).usable) - Number(csvOf(at).free),
    }) as Places,
  'percent taken': (at) =>
    ({
      csv: percentOf(Number(csvOf(at).taken) / Number(csvOf(at).usable)),
      tile: drawn(at)?.tile.percent,
      overview: drawn(at)?.cells[4]?.replace(' %', ''),
      rule: evidenceOf(at, 'vswitch-nearly-full').percent,
      figures: at.measures.dark === 0 || at.measures.isBehind ? drawn(at)?.share : null,
    }) as Places,
  'whether it is full': (at) => {
    const facts = factsOf(at);
    const cut = cutVSwitches([at.vSwitch], 'full', {
      measures: new Map([[vSwitchKey(at.vSwitch), at.measures]]),
      fullPercent: FULL,
      enis: null,
    });
    return {
      cut: cut.length,
      overview: facts ? vSwitchFigures([facts], FULL).full : null,
      rule: Number(
        ruleOf('vswitch-nearly-full')
          .find(at.input)
          .some(({ subject, severity }) => subject.id === at.vSwitch.id && severity === 'high'),
      ),
      csv: Number(100 * (Number(csvOf(at).taken) / Number(csvOf(at).usable)) >= FULL),
    };
  },
  'taken on no ENI': (at) =>
    ({
      figures: drawn(at)
        ?.figure(en.usage.dark)
        .replace(/^–.*/, '')
        .replaceAll(',', '')
        .replace(/[^\d].*$/, ''),
      rule: at.measures.isBehind ? '' : (evidenceOf(at, 'dark-addresses').dark ?? ''),
      'clean-up': effectIn(at).dark ?? '',
      metric: at.measures.dark ?? '',
      rest:
        at.measures.dark === null || at.measures.used > at.measures.usable
          ? null
          : at.measures.usable - at.measures.used - at.measures.free,
    }) as Places,
  'the API’s own count': (at) =>
    ({
      csv: csvOf(at).availableIpAddressCount ?? '',
      api: at.vSwitch.availableIpAddressCount ?? '',
      rule: at.measures.isBehind ? evidenceOf(at, 'dark-addresses').counter : null,
      'figures, where it is behind':
        at.measures.isBehind && drawn(at)
          ? numberOf(/: ([\d,]+) free/.exec(drawn(at)?.figure(en.usage.dark) ?? '')?.[1])
          : null,
      problem: at.measures.isBehind ? at.measures.problems[0]?.value : null,
    }) as Places,
  'free /28 blocks': (at) =>
    ({
      csv: csvOf(at).freeBlocks,
      figures: drawn(at) && numberOf(drawn(at)?.figure(en.usage.freeBlocks)),
      overview: drawn(at)?.cells[6] === undefined ? null : numberOf(drawn(at)?.cells[6]),
      metric: measure(at.vSwitch, at.occupancy).freeBlocks,
      map: freeBlocks(blocksOf(at.occupancy)),
    }) as Places,
  'whether a /28 is free': (at) => {
    const facts = factsOf(at);
    const cut = cutVSwitches([at.vSwitch], 'no-free-28', {
      measures: new Map([[vSwitchKey(at.vSwitch), at.measures]]),
      fullPercent: FULL,
      enis: null,
    });
    return {
      cut: cut.length,
      overview: facts ? vSwitchFigures([facts], FULL).withoutBlock : null,
      csv: at.measures.mostBlocks === 0 ? 0 : Number(csvOf(at).freeBlocks === 0),
      tile: at.measures.mostBlocks === 0 ? 0 : Number(at.measures.freeBlocks === 0),
    };
  },
  'largest free run': (at) => ({
    figures: at.measures.largestFreeRun?.length ?? 0,
    runs: Math.max(
      0,
      ...runsOf(at.occupancy).flatMap(({ state, length }) => (state === 'free' ? [length] : [])),
    ),
    rule: factsOf(at)?.measures?.largestFreeRun?.length ?? 0,
    metric: measure(at.vSwitch, at.occupancy).largestFreeRun?.length ?? 0,
  }),
  'name of a vSwitch': (at) =>
    ({
      tile: drawn(at)?.tile.name,
      overview: drawn(at)?.cells[1],
      csv: shownName({ name: csvOf(at).name as string | null, id: String(csvOf(at).id) }),
      rule: shownName({
        name:
          evidenceRows(ruleOf('vswitch-nearly-full').find(at.input), at.enis, [at.vSwitch]).find(
            ({ finding }) => finding.subject.id === at.vSwitch.id,
          )?.name ?? at.vSwitch.name,
        id: at.vSwitch.id,
      }),
    }) as Places,
  'ENIs in a vSwitch': (at) =>
    ({
      rule: factsOf(at)?.enis.length,
      filter: new Set(
        at.enis
          .filter(keepTerm({ key: 'vswitch', negated: false, values: [at.vSwitch.id] }, at.input.now))
          .filter(({ region }) => region === at.vSwitch.region)
          .map(({ id }) => id),
      ).size,
      usage: new Set(inVSwitch(at).map(({ id }) => id)).size,
      overview:
        factsOf(at) &&
        concernedVSwitches(
          [factsOf(at) as NonNullable<ReturnType<typeof factsOf>>],
          ({ vSwitchId }) => vSwitchId === at.vSwitch.id,
        ).length === 1
          ? factsOf(at)?.enis.length
          : null,
    }) as Places,
};
