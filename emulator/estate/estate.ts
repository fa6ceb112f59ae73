import { ACCOUNTS, type Account, type AccountName } from '../keys';
import type { CellBuilder } from './builder';
import { addCellEnis } from './cell';
import { addForgottenEip, addLooseEips } from './loose-eips';
import type { Cell, Estate } from './model';
import { addVpcs, createNetworkBuilder } from './network';
import { createPrng } from './prng';
import { REGIONS, type Region } from './regions';
import { countVSwitches, planVSwitches, shareVSwitch } from './sizing';

export interface EstateOptions {
  enis?: number;
  /** How many vSwitches the largest cell has, prod in cn-hangzhou; by default as many as its ENIs suggest. */
  vSwitches?: number;
  seed?: number;
  /** Creation times are offsets from this instant. */
  now?: number;
}

const DEFAULT_ENIS = 2400;

/** How the ENIs spread; what is left out has none. */
const SHARES: Partial<Record<AccountName, Record<string, number>>> = {
  prod: { 'cn-hangzhou': 0.64, 'cn-beijing': 0.16, 'ap-southeast-1': 0.08 },
  staging: { 'cn-hangzhou': 0.08, 'cn-beijing': 0.03, 'ap-southeast-1': 0.01 },
};

/** An estate that the seed determines, of exactly the number of ENIs asked for; `audit` is apart. audit/audit.ts */
export function generateEstate(options: EstateOptions = {}): Estate {
  const { enis = DEFAULT_ENIS, vSwitches, seed = 1, now = Date.now() } = options;
  const cells: Cell[] = [];
  const serials = { mac: 0, eip: 0 };
  let shareSoFar = 0;
  let placed = 0;
  for (const account of [ACCOUNTS.prod, ACCOUNTS.staging, ACCOUNTS.empty]) {
    for (const region of REGIONS) {
      const share = SHARES[account.name as AccountName]?.[region.id] ?? 0;
      shareSoFar += share;
      const target = Math.round(enis * shareSoFar) - placed;
      placed += target;
      const cell = createCell(account, region);
      cells.push(cell);
      if (target === 0) {
        addForgottenEip(cell, seed);
        continue;
      }
      const prng = createPrng(seed * 1009 + cells.length * 7919);
      const network = createNetworkBuilder(prng, account, region, now);
      const wanted = account === ACCOUNTS.prod && region.id === 'cn-hangzhou' ? vSwitches : undefined;
      const count = wanted ?? countVSwitches(target, share);
      addVpcs(network, count);
      const plan = planVSwitches(network, target, count);
      const host = cells.find((other) => other.region === region.id && other.vSwitches.length > 0);
      if (host) shareVSwitch(host, plan);
      const builder: CellBuilder = {
        prng,
        cell,
        now,
        idPrefix: region.prefix,
        serials,
        securityGroups: new Map(),
        resourceGroups: {
          core: `rg-aek2${prng.text(11)}`,
          others: [1, 2, 3].map(() => `rg-aek2${prng.text(11)}`),
        },
      };
      addCellEnis(builder, network, plan, target);
      addLooseEips(builder);
      cell.vpcs = [
        ...network.vpcs,
        ...(host ? plan.filter((item) => item.vSwitch.shared).map((item) => item.vSwitch.vpc) : []),
      ];
      cell.vSwitches = [
        ...new Set([...network.vpcs.flatMap((vpc) => vpc.vSwitches), ...plan.map((item) => item.vSwitch)]),
      ];
    }
  }
  return { seed, now, cells };
}

/** A cell with nothing in it. */
export function createCell(account: Account, region: Region): Cell {
  return {
    account: account.name,
    ownerId: account.ownerId,
    region: region.id,
    vpcs: [],
    vSwitches: [],
    reservations: [],
    securityGroups: [],
    instances: [],
    enis: [],
    looseEips: [],
    discovery: null,
    services: [],
    defaultResourceGroupId: 'rg-acfmxazb4ph6aiy',
    version: 0,
  };
}
