import { describe, expect, test } from 'vitest';
import { Emulator } from '../../emulator';
import { parseEniFilters, queryEnis } from '../../eni-query';
import { Params } from '../../params';
import { toWire } from '../../wire';
import { formatIpv4 } from '../addresses';
import { generateEstate } from '../estate';
import type { Cell, Eni } from '../model';
import { createAuditCells } from './audit';
import { auditCell, enisOf, NOW, vSwitchOf } from './audit.test-kit';

const DAY_MS = 86_400_000;
const ids = (cells: Cell[]) => cells.flatMap((cell) => cell.enis.map((eni) => eni.id));

test('the seed determines the account, which no other knows of and --enis does not touch', () => {
  expect(ids(createAuditCells({ seed: 7, now: NOW }))).toEqual(ids(createAuditCells({ seed: 7, now: NOW })));
  expect(ids(createAuditCells({ seed: 7, now: NOW }))).not.toEqual(
    ids(createAuditCells({ seed: 8, now: NOW })),
  );
  const [small, large] = [100, 900].map((enis) =>
    new Emulator({ enis, seed: 7 }).cell('audit', 'cn-hangzhou'),
  );
  expect(small?.enis.map((eni) => eni.id)).toEqual(large?.enis.map((eni) => eni.id));
  expect(generateEstate({ enis: 100, now: NOW }).cells.some((cell) => cell.account === 'audit')).toBe(false);
});

test('it lives in one region', () => {
  const emulator = new Emulator({ enis: 100, seed: 7 });
  expect(emulator.cell('audit', 'cn-beijing')?.enis).toEqual([]);
  expect(emulator.cellsOf('audit').filter((cell) => cell.enis.length > 0)).toHaveLength(1);
});

describe.each([1, 7, 42])('the ENIs of the audit account of seed %i', (seed) => {
  const cell = auditCell(seed);
  const badData = vSwitchOf(cell, 'bad-data');
  const isOld = (eni: Eni) => eni.createdAt < NOW - 30 * DAY_MS;
  const isIdle = (eni: Eni) => eni.status === 'Available';
  const creator = (eni: Eni) => eni.tags.find((tag) => tag.key === 'creator')?.value;

  test.each<[string, (eni: Eni) => boolean]>([
    ['idle and old', (eni) => isIdle(eni) && isOld(eni)],
    ['idle and recent', (eni) => isIdle(eni) && eni.createdAt > NOW - 7 * DAY_MS],
    ['idle with an EIP', (eni) => isIdle(eni) && eni.eips.length > 0],
    ['idle with prefixes', (eni) => isIdle(eni) && eni.ipv4Prefixes.length > 0],
    ['idle with many addresses', (eni) => isIdle(eni) && eni.addresses.length > 10],
    ['idle and left behind by Terway', (eni) => isIdle(eni) && creator(eni) === 'terway'],
    ['stuck Attaching', (eni) => eni.status === 'Attaching' && eni.instance !== null],
    ['stuck Detaching', (eni) => eni.status === 'Detaching' && eni.instance !== null],
    ['stuck Deleting', (eni) => eni.status === 'Deleting' && isOld(eni)],
    ['without a security group', (eni) => eni.securityGroupIds.length === 0],
    ['with five security groups', (eni) => new Set(eni.securityGroupIds).size === 5],
    ['without tags', (eni) => eni.name.startsWith('untagged') && eni.tags.length === 0],
    ['with an EIP on a secondary address', (eni) => eni.eips.some(({ index }) => index > 0)],
    ['kept on release', (eni) => eni.type === 'Secondary' && eni.instance !== null && !eni.deleteOnRelease],
  ])('some are %s', (_what, is) => {
    expect(cell.enis.filter(is).length).toBeGreaterThan(1);
  });

  test('one instance has ENIs of two vSwitches', () => {
    const spread = cell.instances.filter(({ enis }) => new Set(enis.map((eni) => eni.vSwitch)).size > 1);
    expect(spread.map(({ name }) => name)).toEqual(['双网卡-two-vswitches']);
  });

  test('each has ids and MAC addresses of its own, and instances that list it', () => {
    expect(new Set(cell.enis.map((eni) => eni.id)).size).toBe(cell.enis.length);
    expect(new Set(cell.enis.map((eni) => eni.mac)).size).toBe(cell.enis.length);
    const instances = new Set(cell.instances);
    for (const eni of cell.enis) {
      if (!eni.instance) continue;
      expect(instances.has(eni.instance)).toBe(true);
      expect(eni.instance.enis).toContain(eni);
    }
    for (const { enis } of instances) expect(enis.filter((eni) => eni.type === 'Primary')).toHaveLength(1);
  });

  test('addresses lie in the vSwitch and are used once, but for one that two claim and one outside', () => {
    const seen = new Set<string>();
    const again: string[] = [];
    const outside: string[] = [];
    for (const { vSwitch, addresses } of cell.enis) {
      const { base, prefix } = vSwitch.pool.cidr;
      for (const address of addresses) {
        const key = `${vSwitch.name} ${formatIpv4(address)}`;
        if (seen.has(`${vSwitch.id} ${address}`)) again.push(key);
        seen.add(`${vSwitch.id} ${address}`);
        if (address < base || address >= base + 2 ** (32 - prefix)) outside.push(key);
      }
    }
    expect(again).toEqual(['bad-data-数据异常 10.65.72.130']);
    expect(outside).toEqual(['bad-data-数据异常 10.66.72.9']);
  });

  test('one is masked, one has a prefix that is not aligned, and some are in a vSwitch that is not listed', () => {
    const emulator = new Emulator({ enis: 100, seed });
    const masked = enisOf(cell, badData).filter((eni) => eni.odd === 'masked');
    expect(masked.map((eni) => toWire(eni, emulator.settings.switches).PrivateIpAddress)).toEqual([
      '172.17.**.**',
    ]);
    const misaligned = enisOf(cell, badData).flatMap((eni) => eni.ipv4Prefixes);
    expect(misaligned.map(formatIpv4)).toEqual(['10.65.72.136']);
    const unlisted = cell.enis.filter((eni) => !cell.vSwitches.includes(eni.vSwitch));
    expect(unlisted.length).toBeGreaterThan(1);
    expect(new Set(unlisted.map((eni) => eni.vSwitch.name))).toEqual(new Set(['unlisted-未列出']));
  });

  test('queries find each by its vSwitch, the unlisted one too', () => {
    const { settings } = new Emulator({ enis: 100, seed });
    const vSwitches = new Set(cell.enis.map((eni) => eni.vSwitch));
    const found = [...vSwitches].flatMap(({ id }) =>
      queryEnis(cell, parseEniFilters(new Params(new Map([['VSwitchId', id]]))), settings.switches),
    );
    expect(new Set(found)).toEqual(new Set(cell.enis));
    expect(found).toHaveLength(cell.enis.length);
  });
});
