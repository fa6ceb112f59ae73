import type { BenchContext, Benchmark, Finding } from './benchmark';
import { besideEarlier, costOf, readByEarlier, readRegion, typical, type Walk } from './region-walk';
import { createSdk, type LoopResult, readByNextToken } from './sdk-loop';
import { factor, time } from './statistics';

const LATENCY = 150;
/** The rate that the cloud allows at least; it may throttle any call beyond that. */
const ALLOWED = 13;

/** ENIs of prod in cn-hangzhou, where 64 % of an estate are, and the vSwitches that they lie in. emulator/estate/estate.ts */
const ESTATES = [
  { enis: 20_000, vSwitches: 100 },
  { enis: 12_000, vSwitches: 600 },
  { enis: 30_000, vSwitches: 3 },
  { enis: 100_000, vSwitches: 300 },
] as const;
const SHARE = 0.64;

type Estate = (typeof ESTATES)[number];

const WORLDS = [
  { largePages: 'granted', what: 'pages of 1,000 granted', least: 2, perPage: 0.65, more: 8 },
  { largePages: 'cut', what: 'pages cut to 100', least: 1.15, perPage: 1.15, more: 6 },
] as const;

function findingsOf(
  { enis, vSwitches }: Estate,
  world: (typeof WORLDS)[number],
  walk: Walk,
  loop: LoopResult,
  earlier: Walk | null,
): Finding[] {
  const most = Math.floor((world.perPage * enis) / 500 + world.more);
  const what = `all of a region at 8 calls a second, ${enis} ENIs in ${vSwitches} vSwitches, ${world.what}`;
  const { fault, throttled } = walk;
  const numbers = { ms: walk.ms, loopMs: loop.ms, calls: walk.calls, loopCalls: loop.calls, throttled };
  return [
    {
      what,
      figure: costOf(walk),
      baseline: `${time(loop.ms)}, ${loop.calls} calls SDK loop at 500`,
      ratio: `${factor(loop.ms / walk.ms)} faster`,
      bar: `≥ ${world.least}× faster, 0 throttled`,
      isMet: fault === null && throttled === 0 && loop.ms / walk.ms >= world.least,
      notes: [
        fault ? `WRONG: ${fault}` : `${enis} in ${vSwitches}, ${world.what}: each ENI exactly once`,
        `${throttled} throttled of ${ALLOWED} allowed a second`,
      ],
      numbers,
    },
    {
      what: `${what}: calls`,
      figure: String(walk.calls),
      baseline: `${loop.calls} SDK loop at 500`,
      ratio: factor(walk.calls / loop.calls),
      bar: `≤ ${most}`,
      isMet: fault === null && walk.calls <= most,
      numbers,
    },
    ...besideEarlier(what, walk, earlier),
  ];
}

async function measure(context: BenchContext, estate: Estate): Promise<Finding[]> {
  const emulator = await context.emulator(estate.enis / SHARE, estate.vSwitches);
  await emulator.change({ latencyMs: LATENCY, qps: ALLOWED });
  const loop = await readByNextToken(createSdk(emulator.url), 500);
  context.say(`${estate.enis} in ${estate.vSwitches}: the loop took ${time(loop.ms)}, ${loop.calls} calls`);
  const enter = (largePages: 'granted' | 'cut') => () =>
    emulator.change({ latencyMs: LATENCY, qps: ALLOWED, switches: { largePages } });
  const reading = { emulator, loop, env: {}, runs: 1 };
  // It asks for no numbered page but the first row of one, so both worlds are the same to it.
  const earlier = await readByEarlier(context, { ...reading, enter: enter('granted') });
  const findings: Finding[] = [];
  for (const world of WORLDS) {
    const walks = await readRegion(context, { ...reading, enter: enter(world.largePages) });
    findings.push(...findingsOf(estate, world, typical(walks), loop, earlier));
  }
  return findings;
}

/** All ENIs of a region with the settings that everyone starts with, in both worlds of numbered pages. */
export const regionAtRate: Benchmark = {
  name: 'region-at-rate',
  what: `all of a region with the default settings, 8 calls a second, ${LATENCY} ms a call: four estates`,
  bar: '≥ 2× the SDK loop where pages of 1,000 are granted, ≥ 1.15× where not',
  minutes: 12,
  async run(context) {
    const findings: Finding[] = [];
    for (const estate of ESTATES) findings.push(...(await measure(context, estate)));
    return findings;
  },
};
