import { placeKey } from '@/lib/eni/place';
import { runSteps } from '@/lib/steps/run-steps';
import { CHANGE_KINDS, type Change, type ChangeKind } from './change';
import { EIP_MARK, type Look, type LookRow, STEP } from './look';

/** Whether an ENI of this place that the look does not hold was not there. */
function tellsAbsence(look: Look, unread: ReadonlySet<string>, { account, region }: LookRow): boolean {
  return (
    look.complete &&
    look.scope.accounts.includes(account) &&
    look.scope.regions.includes(region) &&
    !unread.has(placeKey({ account, region }))
  );
}

/** Private addresses come again in another VPC, EIPs nowhere. */
function spaceOf(row: LookRow, held: string): string {
  return held.startsWith(EIP_MARK) ? held : `${row.vpcId ?? placeKey(row)} ${held}`;
}

type Holder = { row: LookRow; address: string };

/** Addresses that ENIs lost or got, with all ENIs that did so, by the space in which the address is unique. */
class Holders {
  private readonly bySpace = new Map<string, Holder[]>();

  add(row: LookRow, address: string): void {
    const space = spaceOf(row, address);
    const known = this.bySpace.get(space);
    if (known) known.push({ row, address });
    else this.bySpace.set(space, [{ row, address }]);
  }

  entries() {
    return this.bySpace.entries();
  }

  /** The only ENI that did so; null where none or several did, as then the ENI cannot be told. */
  sole(space: string): LookRow | null {
    const holders = this.bySpace.get(space) ?? [];
    return holders.length === 1 ? (holders[0]?.row ?? null) : null;
  }
}

class Comparison {
  private readonly found = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, [] as Change[]])) as Record<
    ChangeKind,
    Change[]
  >;
  private readonly lost = new Holders();
  private readonly gained = new Holders();
  private readonly both = new Set<string>();

  add(
    kind: ChangeKind,
    eni: LookRow,
    from: string | null,
    to: string | null,
    more: Partial<Change> = {},
  ): void {
    this.found[kind].push({ kind, eni, fromEni: null, address: null, from, to, ...more });
  }

  loses(row: LookRow, holds: readonly string[]): void {
    for (const address of holds) this.lost.add(row, address);
  }

  gains(row: LookRow, holds: readonly string[]): void {
    for (const address of holds) this.gained.add(row, address);
  }

  compare(was: LookRow, is: LookRow): void {
    this.both.add(is.key);
    if (was.status !== is.status) this.add('status', is, was.status, is.status);
    if (was.instanceId !== is.instanceId) this.add('instance', is, was.instanceId, is.instanceId);
    if (was.name !== is.name) this.add('name', is, was.name, is.name);
    if (was.holds.length === is.holds.length && was.holds.every((held, at) => held === is.holds[at])) return;
    this.loses(
      is,
      was.holds.filter((held) => !is.holds.includes(held)),
    );
    this.gains(
      is,
      is.holds.filter((held) => !was.holds.includes(held)),
    );
  }

  /** An address that one ENI lost and another got has moved; what ENIs of both looks lost or got otherwise is said of them. */
  *addresses(): Generator<undefined, void, void> {
    let done = 0;
    for (const [space, holders] of this.gained.entries()) {
      const from = this.lost.sole(space);
      const to = this.gained.sole(space);
      for (const { row, address } of holders) {
        if (from && to) this.add('moved', to, from.id, to.id, { fromEni: from, address });
        else if (this.both.has(row.key)) this.add('added', row, null, address, { address });
      }
      if (++done % STEP === 0) yield;
    }
    for (const [space, holders] of this.lost.entries()) {
      const isMoved = this.lost.sole(space) !== null && this.gained.sole(space) !== null;
      for (const { row, address } of holders)
        if (!isMoved && this.both.has(row.key)) this.add('removed', row, address, null, { address });
      if (++done % STEP === 0) yield;
    }
  }

  result(): Change[] {
    return CHANGE_KINDS.flatMap((kind) => this.found[kind]);
  }
}

/**
 * What happened between two looks at one search, by kind. It reports only what both looks can tell:
 * - an ENI is `new` if the earlier look read its place to the end without finding it, and `gone` if the later look did
 *   so. With filters, that may mean that it only began or ceased to match;
 * - an ENI in both looks is compared, except in places whose later rows come from an earlier answer;
 * - an address has moved if the one ENI that lost it and the one that got it are known.
 *
 * @yields often enough for a page to be drawn in between
 */
export function* changeSteps(before: Look, after: Look): Generator<undefined, Change[], void> {
  const comparison = new Comparison();
  const stale = new Set(after.stale);
  const [unreadBefore, unreadAfter] = [new Set(before.unread), new Set(after.unread)];
  const left = new Map<string, LookRow>();
  let done = 0;
  for (const row of before.rows) {
    if (!stale.has(placeKey(row))) left.set(row.key, row);
    if (++done % STEP === 0) yield;
  }
  for (const is of after.rows) {
    if (++done % STEP === 0) yield;
    if (stale.has(placeKey(is))) continue;
    const was = left.get(is.key);
    left.delete(is.key);
    if (was) comparison.compare(was, is);
    else {
      comparison.gains(is, is.holds);
      if (tellsAbsence(before, unreadBefore, is)) comparison.add('new', is, null, is.status);
    }
  }
  for (const was of left.values()) {
    if (++done % STEP === 0) yield;
    comparison.loses(was, was.holds);
    if (tellsAbsence(after, unreadAfter, was)) comparison.add('gone', was, was.status, null);
  }
  yield* comparison.addresses();
  return comparison.result();
}

/** What happened between two looks at one search; see {@link changeSteps}. */
export function changesBetween(before: Look, after: Look): Change[] {
  return runSteps(changeSteps(before, after));
}
