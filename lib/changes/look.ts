import { leavesRowsOut } from '@/lib/eni/completeness';
import { type Eni, eipsOf, eniKey } from '@/lib/eni/eni';
import { addressesOf } from '@/lib/eni/eni-address';
import type { Caveat, EnisPage } from '@/lib/eni/page';
import { placeKey } from '@/lib/eni/place';
import type { Reading } from '@/lib/search/reading/merge';

/**
 * The parts of an ENI that are compared. `holds` are its addresses and prefixes, each once: as the API wrote them, an
 * EIP as `EIP 47.96.0.1`. A masked address identifies none, so it is left out.
 */
export type LookRow = {
  key: string;
  account: string;
  region: string;
  id: string;
  name: string | null;
  status: string | null;
  instanceId: string | null;
  vpcId: string | null;
  holds: readonly string[];
};

/** One reading of a search, as small as can be compared with another one. */
export type Look = {
  /** ISO 8601: when the oldest of its answers was given. */
  takenAt: string;
  /** Read to the end of the search, so that it also tells what is missing, except in places of `unread`. */
  complete: boolean;
  scope: EnisPage['scope'];
  /** `account/region` that could not be read to the end. */
  unread: readonly string[];
  /** `account/region` whose rows come from an earlier answer, which is no news. */
  stale: readonly string[];
  rows: readonly LookRow[];
};

export const EIP_MARK = 'EIP ';

/** Rows looked at in one step. */
export const STEP = 500;

export function lookRowOf(eni: Eni): LookRow {
  const held = [
    ...addressesOf(eni).map(({ address }) => address),
    ...eipsOf(eni).map((address) => EIP_MARK + address),
  ];
  return {
    key: eniKey(eni),
    account: eni.account,
    region: eni.region,
    id: eni.id,
    name: eni.name,
    status: eni.status,
    instanceId: eni.instanceId,
    vpcId: eni.vpcId,
    holds: [...new Set(held.filter((text) => !text.includes('*')))],
  };
}

type Read = Pick<Reading, 'enis' | 'complete' | 'scope' | 'failures' | 'caveats' | 'asOf'>;

/** The places that the caveats name, null where one names none, so that it may be about any. */
function placesOf(caveats: readonly Caveat[]): string[] | null {
  const places: string[] = [];
  for (const { account, region } of caveats) {
    if (account === undefined || region === undefined) return null;
    places.push(placeKey({ account, region }));
  }
  return places;
}

/**
 * The look that a reading is, step by step. Null where nothing has been read.
 * @yields after each {@link STEP} rows
 */
export function* lookSteps(reading: Read): Generator<undefined, Look | null, void> {
  const { enis, complete, scope, failures, caveats, asOf } = reading;
  if (asOf === null) return null;
  const rows: LookRow[] = [];
  for (const eni of enis) {
    rows.push(lookRowOf(eni));
    if (rows.length % STEP === 0) yield;
  }
  const leftOut = placesOf(caveats.filter(leavesRowsOut));
  const stale = placesOf(caveats.filter(({ code }) => code === 'stale'));
  const everywhere = scope.accounts.flatMap((account) =>
    scope.regions.map((region) => placeKey({ account, region })),
  );
  return {
    takenAt: asOf,
    complete: complete && leftOut !== null,
    scope,
    unread: [...new Set([...failures.map(placeKey), ...(leftOut ?? [])])],
    stale: [...new Set(stale ?? everywhere)],
    rows,
  };
}
