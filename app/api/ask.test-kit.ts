import { expect } from 'vitest';
import { stringify } from '@/emulator/json';
import { toWire } from '@/emulator/wire';
import type { AskAnswer, AskedHit, PlaceAnswer } from '@/lib/eni/ask';
import type { Eni } from '@/lib/eni/eni';
import { formatAddress, parseBlock } from '@/lib/eni/ip';
import { findAsked } from '@/lib/search/ask/found';
import { type AskValue, readExact } from '@/lib/search/ask/values';
import { escapeText } from '@/lib/search/list-text';
import { parseLossless } from '@/lib/server/aliyun/json';
import { toEni } from '@/lib/server/aliyun/normalise';
import { ask } from '@/lib/server/test-upstream.test-kit';
import { emulator, routes } from './api.test-kit';

const JSON_WANTED = { headers: { accept: 'application/json' } };

/** `GET /api/ask` for values and names, as one object. */
export async function askFor(values: readonly string[], names: readonly string[] = [], more = '') {
  const query = [
    values.length > 0 ? `any=${values.join()}` : '',
    names.length > 0 ? `name=${encodeURIComponent(names.map((name) => escapeText(name, '*')).join())}` : '',
    more,
  ].filter((part) => part !== '');
  const { status, body } = await ask<AskAnswer>(
    routes().asked.GET,
    `/api/ask?${query.join('&')}`,
    {},
    JSON_WANTED,
  );
  expect(status).toBe(200);
  return body;
}

/** The ENIs of some accounts as the dashboard would read them, without a call: all, or this many of each place. */
export function everyEni(accounts: readonly string[], most = Number.POSITIVE_INFINITY): Eni[] {
  const { settings } = emulator();
  return accounts.flatMap((account) =>
    [...emulator().cellsOf(account)].flatMap(({ region, enis }) =>
      enis.slice(0, most).flatMap((eni) => {
        const row = parseLossless(Buffer.from(stringify(toWire(eni, settings.switches))));
        return toEni(row, account, region) ?? [];
      }),
    ),
  );
}

const EMPTY: readonly never[] = [];
const address = (block: string, last: boolean) => {
  const cidr = parseBlock(block);
  return cidr ? [formatAddress({ family: cidr.family, value: last ? cidr.last : cidr.first })] : [];
};

/** Every value of an ENI that a search may ask for. */
export function valuesOf(eni: Eni): string[] {
  const all = [
    eni.id,
    eni.macAddress,
    eni.instanceId,
    eni.vSwitchId,
    eni.vpcId,
    eni.resourceGroupId,
    eni.publicIp,
    ...eni.securityGroupIds,
    ...eni.privateIps.flatMap((ip) => [ip.privateIpAddress, ip.publicIp, ip.allocationId]),
    ...eni.ipv6Addresses.map(({ ipv6Address }) => ipv6Address),
    ...[...eni.ipv4Prefixes, ...eni.ipv6Prefixes].flatMap((block) => [
      ...address(block, false),
      ...address(block, true),
    ]),
  ];
  return all.filter((text) => text !== null).filter((text) => readExact(text) !== null);
}

/** The instances with a name, in any place. */
function instancesNamed(account: string, region: string, name: string): Set<string> {
  const instances = emulator().cell(account, region)?.instances ?? EMPTY;
  return new Set(instances.filter((each) => each.name === name).map(({ id }) => id));
}

const keyOf = (value: string, eni: Pick<Eni, 'id'> | null) => `${value} ${eni?.id ?? 'no ENI'}`;

/** The holders of the values in a place, found by looking at every ENI of it and at its EIPs. */
export function holdersIn(
  { account, region }: PlaceAnswer,
  all: readonly Eni[],
  values: readonly string[],
  names: readonly string[],
): Map<string, Set<string>> {
  const enis = all.filter((eni) => eni.account === account && eni.region === region);
  const canonical = values.map((value) => (readExact(value) as AskValue).value);
  const found = findAsked({ key: 'any', negated: false, values: canonical }, enis);
  const holders = new Map<string, Set<string>>();
  const add = (value: string, eni: Pick<Eni, 'id'> | null) =>
    holders.set(value, (holders.get(value) ?? new Set()).add(keyOf(value, eni)));
  for (const item of found.items) for (const { eni } of item.holders) add(item.value, eni);
  for (const name of names) {
    const ids = instancesNamed(account, region, name);
    for (const eni of enis) if (eni.name === name || ids.has(eni.instanceId ?? '')) add(name, eni);
  }
  const cell = emulator().cell(account, region);
  for (const { address: ip, allocationId } of cell?.looseEips ?? EMPTY)
    for (const value of canonical) if (value === ip || value === allocationId) add(value, null);
  return holders;
}

/** The ENI to which the emulator has bound an EIP, though its row may not show it. */
function isBound({ value, way, eni }: AskedHit, { account, region }: PlaceAnswer): boolean {
  if (way !== 'eip' && way !== 'allocation') return false;
  const bound = emulator()
    .cell(account, region)
    ?.enis.find(({ eips }) => eips.some((eip) => eip.address === value || eip.allocationId === value));
  return bound?.id === eni?.id;
}

/** Compares an answer with the result of brute force. */
export function expectTruth(
  places: readonly PlaceAnswer[],
  all: readonly Eni[],
  values: readonly string[],
  names: readonly string[] = [],
): void {
  for (const place of places) {
    const expected = holdersIn(place, all, values, names);
    const where = `${place.account}/${place.region}`;
    const cut = new Map(place.more?.map(({ value, enis }) => [value, enis]));
    const got = new Map<string, Set<string>>();
    for (const hit of place.hits) {
      const key = keyOf(hit.value, hit.eni);
      got.set(hit.value, (got.get(hit.value) ?? new Set()).add(key));
      const isTrue = expected.get(hit.value)?.has(key) || isBound(hit, place);
      expect(isTrue, `${where} has ${key} by ${hit.way}`).toBe(true);
    }
    for (const [value, holders] of expected) {
      if (place.open.includes(value)) continue;
      if (!cut.has(value))
        expect([...(got.get(value) ?? [])].sort(), `${where} ${value}`).toEqual([...holders].sort());
      else {
        expect(got.get(value)?.size, `${where} ${value}`).toBeGreaterThan(0);
        const total = cut.get(value);
        if (total !== null) expect(total, `${where} ${value}`).toBe(holders.size);
      }
    }
  }
}
