import type { Emulator } from './emulator';
import { type AddressPool, formatIpv4 } from './estate/addresses';
import type { Cell, Eni } from './estate/model';
import { asRecord } from './settings';

/**
 * Events that can change the estate between two looks. ENIs are named by their ids, addresses as the API writes them.
 */
export type EstateChange =
  | { change: 'release'; eni: string }
  /** Another one like it, free, with an address of its vSwitch. */
  | { change: 'create'; like: string; name?: string }
  | { change: 'status'; eni: string; status: string }
  /** A secondary address goes to another ENI of the same VPC. */
  | { change: 'moveAddress'; address: string; from: string; to: string }
  | { change: 'detach'; eni: string };

const FIELDS: Record<EstateChange['change'], { needed: readonly string[]; optional: readonly string[] }> = {
  release: { needed: ['eni'], optional: [] },
  create: { needed: ['like'], optional: ['name'] },
  status: { needed: ['eni', 'status'], optional: [] },
  moveAddress: { needed: ['address', 'from', 'to'], optional: [] },
  detach: { needed: ['eni'], optional: [] },
};

/** Changes out of untrusted JSON; throws an Error that says which change and field is wrong. */
export function parseEstateChanges(input: unknown): EstateChange[] {
  if (!Array.isArray(input)) throw new Error('changes must be a JSON array');
  return input.map((entry, index) => {
    const where = `changes[${index}]`;
    const { change, ...fields } = asRecord(entry, where);
    if (typeof change !== 'string' || !Object.hasOwn(FIELDS, change))
      throw new Error(`${where}.change must be one of ${Object.keys(FIELDS).join(', ')}`);
    const { needed, optional } = FIELDS[change as EstateChange['change']];
    for (const name of Object.keys(fields))
      if (![...needed, ...optional].includes(name))
        throw new Error(`${where}.${name} is unknown; known: ${[...needed, ...optional].join(', ')}`);
    for (const name of needed)
      if (typeof fields[name] !== 'string' || fields[name] === '')
        throw new Error(`${where}.${name} must be a text`);
    if (fields.name !== undefined && typeof fields.name !== 'string')
      throw new Error(`${where}.name must be a text`);
    return entry as EstateChange;
  });
}

type Place = { cell: Cell; eni: Eni; index: number };

function find(emulator: Emulator, id: string): Place {
  for (const cell of emulator.estate.cells) {
    const index = cell.enis.findIndex((eni) => eni.id === id);
    const eni = cell.enis[index];
    if (eni) return { cell, eni, index };
  }
  throw new Error(`there is no ENI ${id}`);
}

/** The lowest free address of a pool, which it then takes. */
function takeFree(pool: AddressPool): number {
  const taken = pool.used;
  for (
    let address = pool.cidr.base + 1;
    address < pool.cidr.base + 2 ** (32 - pool.cidr.prefix);
    address += 1
  ) {
    pool.occupy(address);
    if (pool.used > taken) return address;
  }
  throw new Error('its vSwitch has no address left');
}

type Undo = () => void;

function detach(eni: Eni): Undo {
  const { instance, deviceIndex, status } = eni;
  const enis = instance?.enis;
  if (instance) instance.enis = instance.enis.filter((other) => other !== eni);
  Object.assign(eni, { instance: null, deviceIndex: null, status: 'Available' });
  return () => {
    if (instance && enis) instance.enis = enis;
    Object.assign(eni, { instance, deviceIndex, status });
  };
}

function release({ cell, eni, index }: Place): Undo {
  const attach = detach(eni);
  const { pool } = eni.vSwitch;
  cell.enis.splice(index, 1);
  for (const address of eni.addresses) pool.release(address);
  for (const base of eni.ipv4Prefixes) pool.release(base, 16);
  return () => {
    attach();
    cell.enis.splice(index, 0, eni);
    for (const address of eni.addresses) pool.occupy(address);
    for (const base of eni.ipv4Prefixes) pool.occupy(base, 16);
  };
}

let created = 0;

function create({ cell, eni: like, index }: Place, name: string): { id: string; undo: Undo } {
  const address = takeFree(like.vSwitch.pool);
  created += 1;
  const serial = created.toString(16).padStart(6, '0');
  const eni: Eni = {
    ...like,
    id: `${like.id.slice(0, -6)}${serial}`,
    name,
    type: 'Secondary',
    status: 'Available',
    createdAt: Date.now(),
    instance: null,
    memberOf: null,
    deviceIndex: null,
    mac: `00:16:3f:${serial.slice(0, 2)}:${serial.slice(2, 4)}:${serial.slice(4)}`,
    addresses: [address],
    eips: [],
    ipv6: [],
    ipv4Prefixes: [],
    ipv6Prefixes: [],
    serviceId: null,
    odd: null,
  };
  cell.enis.splice(index + 1, 0, eni);
  const undo = () => {
    cell.enis = cell.enis.filter((other) => other !== eni);
    like.vSwitch.pool.release(address);
  };
  return { id: eni.id, undo };
}

function moveAddress(from: Eni, to: Eni, text: string): Undo {
  const address = from.addresses.slice(1).find((each) => formatIpv4(each) === text);
  if (address === undefined) throw new Error(`${text} is no secondary address of ${from.id}`);
  // EIPs are bound to places in the list.
  if (from.eips.some(({ index }) => index > 0))
    throw new Error(`${from.id} has an EIP on a secondary address`);
  if (from.vSwitch.vpc !== to.vSwitch.vpc) throw new Error(`${from.id} and ${to.id} are in two VPCs`);
  const [before, after] = [from.addresses, to.addresses];
  from.addresses = before.filter((each) => each !== address);
  to.addresses = [...after, address];
  return () => {
    from.addresses = before;
    to.addresses = after;
  };
}

function apply(emulator: Emulator, change: EstateChange): { id: string; cell: Cell; undo: Undo } {
  const place = find(
    emulator,
    change.change === 'create' ? change.like : change.change === 'moveAddress' ? change.from : change.eni,
  );
  const { cell, eni } = place;
  switch (change.change) {
    case 'release':
      return { id: eni.id, cell, undo: release(place) };
    case 'create':
      return { cell, ...create(place, change.name ?? '') };
    case 'status': {
      const { status } = eni;
      eni.status = change.status;
      return { id: eni.id, cell, undo: () => Object.assign(eni, { status }) };
    }
    case 'moveAddress':
      return { id: eni.id, cell, undo: moveAddress(eni, find(emulator, change.to).eni, change.address) };
    case 'detach':
      return { id: eni.id, cell, undo: detach(eni) };
  }
}

/**
 * Lets changes happen one after another, until the next reset of the emulator: either all of them or, if one cannot
 * happen, none.
 * @returns the id of the ENI of each change, of `create` the new one's
 * @throws Error that says which change cannot happen
 */
export function changeEstate(emulator: Emulator, changes: readonly EstateChange[]): string[] {
  const undos: Undo[] = [];
  const ids = changes.map((change, index) => {
    try {
      const { id, cell, undo } = apply(emulator, change);
      cell.version += 1;
      undos.push(() => {
        undo();
        cell.version += 1;
      });
      return id;
    } catch (error) {
      for (const undo of undos.reverse()) undo();
      throw new Error(`changes[${index}]: ${error instanceof Error ? error.message : error}`);
    }
  });
  for (const undo of undos) emulator.undoOnReset(undo);
  return ids;
}
