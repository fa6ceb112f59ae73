import type { Eni } from '@/lib/eni/eni';
import { claimsOf } from './claims';
import { formatIpv4 } from './ipv4';
import { type AddressHolder, measurableRange, STATE, stateOf } from './occupancy';
import { type DataProblem, distinctProblems } from './problems';
import { cidrsOf } from './ranges';

/**
 * An aligned /24 in which addresses are held; `first` is a uint32. `states` and `owners` are those of an Occupancy,
 * where `free` means not seen, and none is `reserved`.
 */
export type ObservedSquare = { first: number; states: Uint8Array; owners: Int32Array };

/** What ENIs tell of their vSwitch where its CIDR is not known: the addresses seen, and no edges. */
export type ObservedVSwitch = {
  /** Those that its ENIs were read with; a shared vSwitch can have several. */
  accounts: string[];
  region: string;
  id: string;
  vpcId: string | null;
  zoneId: string | null;
  /** In order. */
  squares: ObservedSquare[];
  /** How many distinct addresses ENIs hold. */
  seen: number;
  /** The smallest CIDR around the addresses seen: no more than a hint. Null where none is seen. */
  hint: string | null;
  problems: DataProblem[];
};

/** The parts of an ENI that are needed to place its addresses where no CIDR is known. */
export type ObservedHolder = AddressHolder & Pick<Eni, 'account' | 'vpcId' | 'zoneId'>;

const SQUARE_SIZE = 256;
const EVERYWHERE = { first: 0, size: 2 ** 32 };
/** No vSwitch is larger than a /16, so no prefix that is gets drawn. */
const MOST_ADDRESSES = 2 ** 16;

function hintOf(low: ObservedSquare | undefined, high: ObservedSquare | undefined): string | null {
  if (!low || !high) return null;
  const first = low.first + low.owners.findIndex((owner) => owner >= 0);
  const last = high.first + high.owners.findLastIndex((owner) => owner >= 0);
  const size = 2 ** (32 - Math.clz32(first ^ last));
  return cidrsOf(first - (first % size), size)[0] as string;
}

/** @param places of the ENIs of one vSwitch in the list */
function observe<Holder extends ObservedHolder>(
  enis: readonly Holder[],
  places: readonly number[],
  isShown: (eni: Holder) => boolean,
): Pick<ObservedVSwitch, 'squares' | 'seen' | 'hint' | 'problems'> {
  const squares = new Map<number, ObservedSquare>();
  const addSquare = (first: number): ObservedSquare => {
    const owners = new Int32Array(SQUARE_SIZE).fill(-1);
    const square = { first, states: new Uint8Array(SQUARE_SIZE), owners };
    squares.set(first, square);
    return square;
  };
  const problems: DataProblem[] = [];
  const ownerOf = new Map<string, number>();
  let seen = 0;
  for (const place of places) {
    const eni = enis[place] as Holder;
    const isEniShown = isShown(eni);
    // An ENI that comes twice, as from two accounts, is one owner, in no conflict with itself.
    const owner = ownerOf.get(eni.id) ?? place;
    ownerOf.set(eni.id, owner);
    const report = (code: DataProblem['code'], value: string) =>
      problems.push({ code, eniId: eni.id, value });
    for (const { kind, first, length, value } of claimsOf(eni, EVERYWHERE, report)) {
      if (length > MOST_ADDRESSES) {
        report('prefix_outside', value);
        continue;
      }
      const rivals = new Set<number>();
      for (let address = first; address < first + length; address++) {
        const at = address % SQUARE_SIZE;
        const { states, owners } = squares.get(address - at) ?? addSquare(address - at);
        const known = owners[at] as number;
        if (known === owner) continue;
        if (known >= 0) {
          rivals.add(known);
          states[at] = STATE.conflict;
          continue;
        }
        seen++;
        owners[at] = owner;
        states[at] = stateOf(kind, eni, isEniShown);
      }
      for (const rival of rivals) {
        problems.push({ code: 'conflict', eniId: eni.id, otherEniId: (enis[rival] as Holder).id, value });
      }
    }
  }
  const sorted = [...squares.values()].sort((a, b) => a.first - b.first);
  const hint = hintOf(sorted[0], sorted.at(-1));
  return { squares: sorted, seen, hint, problems: distinctProblems(problems) };
}

/**
 * The vSwitches of ENIs by region and id, from the ENIs alone. ENIs without one are left out.
 * @param isShown what is not shown is drawn as `other`
 */
export function observedOf<Holder extends ObservedHolder>(
  enis: readonly Holder[],
  isShown: (eni: Holder) => boolean = () => true,
): ObservedVSwitch[] {
  const placesOf = new Map<string, number[]>();
  for (const [place, { region, vSwitchId }] of enis.entries()) {
    if (vSwitchId === null) continue;
    const key = `${region}/${vSwitchId}`;
    const places = placesOf.get(key);
    if (places) places.push(place);
    else placesOf.set(key, [place]);
  }
  const sorted = [...placesOf].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([, places]) => {
    const own = places.map((place) => enis[place] as Holder);
    const { region, vSwitchId } = own[0] as Holder;
    const accounts = [...new Set(own.map(({ account }) => account))];
    const vpcId = own.find((eni) => eni.vpcId !== null)?.vpcId ?? null;
    const zoneId = own.find((eni) => eni.zoneId !== null)?.zoneId ?? null;
    return { accounts, region, id: vSwitchId as string, vpcId, zoneId, ...observe(enis, places, isShown) };
  });
}

/** CIDRs of vSwitches, each vSwitch once. An issue's `line` counts from 1, in JSON the items. */
export type CidrImport = {
  vSwitches: { vSwitchId: string; cidrBlock: string }[];
  issues: { line: number; value: string; code: CidrIssueCode }[];
};

/** The fault of a line. `duplicate`: another CIDR for a vSwitch that has one, which stays. */
export type CidrIssueCode = 'not_two_columns' | 'bad_id' | 'bad_cidr' | 'duplicate';

type Line = { fields: unknown[]; value: string; line: number };

const V_SWITCH_ID = /^vsw-[a-z0-9][a-z0-9-]{0,59}$/;
const HEADER = /^(vswitch)?[ _]?id,cidr[ _]?(block)?$/i;

const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null;

function readJson(json: Record<string, unknown>): Line[] {
  const reply = isObject(json.VSwitches) ? json.VSwitches.VSwitch : json;
  const items = Array.isArray(reply) ? reply : Object.entries(json);
  return items.map((item, at) => {
    const { vSwitchId, VSwitchId, id, cidrBlock, CidrBlock } = isObject(item) ? item : {};
    const fields = Array.isArray(item) ? item : [vSwitchId ?? VSwitchId ?? id, cidrBlock ?? CidrBlock];
    return { fields, value: JSON.stringify(item), line: at + 1 };
  });
}

function readLines(text: string): Line[] {
  const lines = text.split(/\r\n|[\r\n]/).map((value, at) => {
    const fields = value.split(/[,;\t]/).map((field) => field.trim().replace(/^"(.*)"$/, '$1'));
    return { fields, value, line: at + 1 };
  });
  const filled = lines.filter(({ value }) => value.trim() !== '');
  return HEADER.test(String(filled[0]?.fields)) ? filled.slice(1) : filled;
}

function read(text: string): Line[] {
  try {
    const json: unknown = JSON.parse(text);
    if (isObject(json)) return readJson(json);
  } catch {
    // No JSON, so lines.
  }
  return readLines(text);
}

/**
 * Reads vSwitches and their CIDRs from CSV (comma, semicolon or tab), or from JSON: a list of objects, a map of ids to
 * CIDRs, or the reply of DescribeVSwitches. Entries that are not taken are issues; never throws.
 */
export function parseCidrImport(text: string): CidrImport {
  const taken = new Map<string, string>();
  const issues: CidrImport['issues'] = [];
  for (const { line, fields, value } of read(text.replace(/^\uFEFF/, ''))) {
    const [id, cidr] = fields;
    const isPair = fields.length === 2 && typeof id === 'string' && typeof cidr === 'string';
    if (!isPair) issues.push({ line, value, code: 'not_two_columns' });
    else if (!V_SWITCH_ID.test(id)) issues.push({ line, value: id, code: 'bad_id' });
    else {
      const range = measurableRange(cidr);
      const cidrBlock = typeof range === 'string' ? null : `${formatIpv4(range.first)}/${range.prefix}`;
      const known = taken.get(id) ?? cidrBlock;
      if (cidrBlock === null) issues.push({ line, value: cidr, code: 'bad_cidr' });
      else if (known !== cidrBlock) issues.push({ line, value: `${id} ${cidr}`, code: 'duplicate' });
      else taken.set(id, cidrBlock);
    }
  }
  const vSwitches = Array.from(taken, ([vSwitchId, cidrBlock]) => ({ vSwitchId, cidrBlock }));
  return { vSwitches, issues };
}
