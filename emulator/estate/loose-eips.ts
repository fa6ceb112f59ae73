import type { CellBuilder } from './builder';
import type { Cell, LooseEip } from './model';
import { createPrng, type Prng } from './prng';

/** Apart from those that ENIs get, so that these take none of them away. */
const NETWORK = '8.140';
const UNBOUND = 3;
const ON_BALANCERS = 4;

function newLooseEip(cell: Cell, prng: Prng, boundTo: LooseEip['boundTo']): LooseEip {
  const taken = new Set(cell.looseEips.map(({ address }) => address));
  let address: string;
  do address = `${NETWORK}.${prng.int(0, 255)}.${prng.int(1, 254)}`;
  while (taken.has(address));
  return { address, allocationId: `eip-${prng.text(20)}`, boundTo };
}

/** EIPs that are on no ENI: of CLB instances, which hold them themselves, and of nothing. */
export function addLooseEips({ cell, prng }: CellBuilder): void {
  const balancers = new Set(
    cell.enis.map(({ description }) => /^Created by SLB for (\S+)$/.exec(description)?.[1]),
  );
  const ids = [...balancers].filter((id) => id !== undefined).slice(0, ON_BALANCERS);
  for (const id of ids) cell.looseEips.push(newLooseEip(cell, prng, { type: 'SlbInstance', id }));
  for (let at = 0; at < UNBOUND; at += 1) cell.looseEips.push(newLooseEip(cell, prng, null));
}

/** In one place of prod that has no ENI, an EIP that someone pays for and nothing uses. */
export function addForgottenEip(cell: Cell, seed: number): void {
  if (cell.account !== 'prod' || cell.region !== 'cn-shanghai') return;
  cell.looseEips.push(newLooseEip(cell, createPrng(seed * 1009 + 700_001), null));
}
