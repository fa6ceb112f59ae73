import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { changeEstate, parseEstateChanges } from './control-changes';
import { Emulator } from './emulator';
import { indexOf } from './eni-index';
import { formatIpv4 } from './estate/addresses';
import type { Cell, Eni } from './estate/model';

let emulator: Emulator;
let cell: Cell;

beforeAll(() => {
  emulator = new Emulator({ enis: 300, seed: 2 });
  cell = emulator.cell('prod', 'cn-hangzhou') ?? expect.unreachable();
});
afterEach(() => emulator.reset());

const pick = (is: (eni: Eni) => boolean): Eni => cell.enis.find(is) ?? expect.unreachable();
const byId = (id: string) => indexOf(cell).find('id', [id])[0];

/** Everything that the changes touch, for comparison. */
const estate = () =>
  cell.enis.map((eni) => [eni.id, eni.status, eni.instance?.id, eni.addresses.join(), eni.vSwitch.pool.used]);

describe('changes of the estate', () => {
  it('release an ENI with its addresses', () => {
    const eni = pick(({ instance }) => instance !== null);
    const used = eni.vSwitch.pool.used;
    changeEstate(emulator, [{ change: 'release', eni: eni.id }]);
    expect(byId(eni.id)).toBeUndefined();
    expect(eni.vSwitch.pool.used).toBe(used - eni.addresses.length - 16 * eni.ipv4Prefixes.length);
  });

  it('create one like another, and say its id', () => {
    const [id = ''] = changeEstate(emulator, [
      { change: 'create', like: pick(() => true).id, name: 'new-1' },
    ]);
    expect(byId(id)).toMatchObject({ name: 'new-1', status: 'Available', instance: null });
  });

  it('move a secondary address within a VPC', () => {
    const from = pick(({ addresses, eips }) => addresses.length > 1 && eips.length === 0);
    const to = pick((eni) => eni !== from && eni.vSwitch.vpc === from.vSwitch.vpc);
    const address = from.addresses[1] ?? expect.unreachable();
    changeEstate(emulator, [
      { change: 'moveAddress', address: formatIpv4(address), from: from.id, to: to.id },
    ]);
    expect(byId(from.id)?.addresses).not.toContain(address);
    expect(byId(to.id)?.addresses).toContain(address);
  });

  it('change a status, and detach', () => {
    const attached = pick(({ instance }) => instance !== null);
    const free = pick(({ instance, memberOf }) => instance === null && memberOf === null);
    changeEstate(emulator, [
      { change: 'detach', eni: attached.id },
      { change: 'status', eni: free.id, status: 'Deleting' },
    ]);
    expect(byId(attached.id)).toMatchObject({ instance: null, status: 'Available' });
    expect(byId(free.id)?.status).toBe('Deleting');
  });

  it('are undone by a reset, one after another', () => {
    const before = estate();
    const eni = pick(({ instance }) => instance !== null);
    changeEstate(emulator, [
      { change: 'create', like: eni.id },
      { change: 'detach', eni: eni.id },
      { change: 'status', eni: eni.id, status: 'Deleting' },
      { change: 'release', eni: eni.id },
    ]);
    emulator.reset();
    expect(estate()).toEqual(before);
  });

  it.each([
    [{}, /array/],
    [[{ change: 'explode' }], /changes\[0\]\.change must be one of release/],
    [[{ change: 'release' }], /changes\[0\]\.eni must be a text/],
    [[{ change: 'release', eni: 'eni-1', at: 'x' }], /changes\[0\]\.at is unknown/],
    [[{ change: 'create', like: 'eni-1', name: 7 }], /name must be a text/],
  ])('refuse %j', (input, message) => expect(() => parseEstateChanges(input)).toThrow(message));

  it('say which one cannot happen', () => {
    expect(() => changeEstate(emulator, [{ change: 'release', eni: 'eni-none' }])).toThrow(
      'changes[0]: there is no ENI eni-none',
    );
    const eni = pick(() => true);
    expect(() =>
      changeEstate(emulator, [{ change: 'moveAddress', address: '1.2.3.4', from: eni.id, to: eni.id }]),
    ).toThrow('no secondary address');
  });

  it('happen all or not at all', () => {
    const before = estate();
    const eni = pick(({ instance }) => instance !== null);
    const version = cell.version;
    expect(() =>
      changeEstate(emulator, [
        { change: 'create', like: eni.id },
        { change: 'detach', eni: eni.id },
        { change: 'release', eni: eni.id },
        { change: 'status', eni: eni.id, status: 'Deleting' },
      ]),
    ).toThrow(`changes[3]: there is no ENI ${eni.id}`);
    expect(estate()).toEqual(before);
    expect(byId(eni.id)).toBe(eni);
    // An earlier read of the estate must not pass for its present state.
    expect(cell.version).toBeGreaterThan(version);
    emulator.reset();
    expect(estate()).toEqual(before);
  });
});
