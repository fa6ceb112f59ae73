import type { Cell, Eni } from './model';
import { createPrng, type Prng } from './prng';

const NEXT_STATUS: Record<string, string> = {
  Attaching: 'InUse',
  Detaching: 'Available',
  Creating: 'Available',
};
const CHANGES = 3;

/** Lets ENIs appear, vanish and change status, a few each time it is asked to. */
export class Churn {
  private readonly prng: Prng;

  constructor(seed: number) {
    this.prng = createPrng(seed + 101);
  }

  step(cell: Cell): void {
    if (cell.enis.length === 0) return;
    for (let i = 0; i < CHANGES; i += 1) this.change(cell, this.prng.int(0, cell.enis.length - 1));
    cell.version += 1;
  }

  private change(cell: Cell, index: number): void {
    const eni = cell.enis[index];
    if (!eni) return;
    const next = NEXT_STATUS[eni.status];
    if (eni.status === 'Deleting') remove(cell, index);
    else if (next) {
      eni.status = next;
      if (next === 'Available') detach(eni);
    } else if (eni.status === 'Available') eni.status = this.prng.chance(0.5) ? 'Deleting' : 'Available';
    else if (this.prng.chance(0.5)) this.appear(cell, eni);
  }

  private appear(cell: Cell, model: Eni): void {
    const { prng } = this;
    const primary = model.vSwitch.pool.take(prng);
    if (primary === null) return;
    const eni: Eni = {
      ...model,
      id: `${model.id.slice(0, 7)}${prng.text(17)}`,
      name: '',
      type: 'Secondary',
      status: 'Available',
      createdAt: Date.now(),
      instance: null,
      memberOf: null,
      deviceIndex: null,
      mac: `00:16:3e:${[0, 0, 0].map(() => prng.int(16, 255).toString(16)).join(':')}`,
      addresses: [primary],
      eips: [],
      ipv6: [],
      ipv4Prefixes: [],
      ipv6Prefixes: [],
      serviceId: null,
      odd: null,
    };
    cell.enis.splice(prng.int(0, cell.enis.length), 0, eni);
  }
}

function detach(eni: Eni): void {
  if (eni.instance) eni.instance.enis = eni.instance.enis.filter((other) => other !== eni);
  eni.instance = null;
  eni.deviceIndex = null;
}

function remove(cell: Cell, index: number): void {
  const [eni] = cell.enis.splice(index, 1);
  if (!eni) return;
  detach(eni);
  for (const address of eni.addresses) eni.vSwitch.pool.release(address);
  for (const base of eni.ipv4Prefixes) eni.vSwitch.pool.release(base, 16);
}
