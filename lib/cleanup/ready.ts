import { type Eni, eipsOf } from '@/lib/eni/eni';
import { heldBy } from '@/lib/eni/held-by';
import { type OwnerKind, ownerOf } from '@/lib/eni/owner';
import type { ProblemCode } from '@/lib/eni/problem';
import type { PutAside } from './basket';
import { isComparable } from './facts';

/**
 * Why an ENI is left out of the script.
 * - `gone`: it is not there any more.
 * - `unread`: it could not be read again.
 * - `status`: it is not Available; `was` is its status when it was put aside.
 * - `attached`: Available, and yet it names an instance.
 * - `type`: a primary ENI is deleted with its instance only.
 * - `eip`: deleting it would unbind its EIPs.
 * - `controller`: Terway or another controller of ACK made it and takes it back; `evidence` says so.
 * - `owned`: another maker, a tag, an instance or nothing but its name says so; `evidence` is that.
 * - `trunk`: a trunk, a member or a slave goes with the ENIs that it works with.
 * - `managed`: a cloud service needs it.
 * - `managedUnknown`: the API does not say whether one does.
 * - `masked`: a check could not compare what cannot be read.
 */
export type LeftOut =
  | { why: 'gone' }
  | { why: 'unread'; code: ProblemCode }
  | { why: 'status'; status: string | null; was: string | null }
  | { why: 'attached'; instanceId: string }
  | { why: 'type'; type: string }
  | { why: 'eip'; eips: string[] }
  | { why: 'controller'; evidence: string }
  | { why: 'owned'; owner: OwnerKind; evidence: string }
  | { why: 'trunk'; type: string }
  | { why: 'managed'; by: string | null }
  | { why: 'managedUnknown' }
  | { why: 'masked' };

/** Everything that speaks against releasing an ENI, what matters most first; nothing where it can go. */
export function objectionsTo(eni: Eni, was: string | null): LeftOut[] {
  const reasons: LeftOut[] = [];
  const owner = ownerOf(eni);
  const evidence = owner.evidence[0]?.text ?? null;
  const held = heldBy(eni, owner);
  if (held === 'terway') reasons.push({ why: 'controller', evidence: evidence ?? '' });
  else if (held === 'trunk') reasons.push({ why: 'trunk', type: eni.type ?? '' });
  else if (held !== null && held !== 'service')
    reasons.push({ why: 'owned', owner: owner.kind, evidence: evidence ?? '' });
  if (eni.serviceManaged === true) reasons.push({ why: 'managed', by: held === 'service' ? evidence : null });
  if (eni.serviceManaged === null) reasons.push({ why: 'managedUnknown' });
  if (eni.status !== 'Available') reasons.push({ why: 'status', status: eni.status, was });
  if (eni.type === 'Primary') reasons.push({ why: 'type', type: eni.type });
  const instanceId = eni.instanceId ?? eni.attachment?.instanceId ?? null;
  if (instanceId !== null && eni.status === 'Available') reasons.push({ why: 'attached', instanceId });
  const eips = eipsOf(eni);
  if (eips.length > 0) reasons.push({ why: 'eip', eips });
  if (!isComparable(eni)) reasons.push({ why: 'masked' });
  return reasons;
}

/** The result of reading again the ENIs that are put aside in a place. */
export type PutAsideReading = {
  enis: ReadonlyMap<string, Eni>;
  /** Ids that could not be read, and why. An ENI in neither list is gone. */
  unread: ReadonlyMap<string, ProblemCode>;
  /** ISO 8601. */
  asOf: string;
};

/** Can go. `isWanted`: the reader has not unchecked it. */
export type Ready = { eni: Eni; isWanted: boolean };

/** Cannot go. `eni` is null where there is nothing to show of it. */
export type Objected = { item: PutAside; eni: Eni | null; reasons: LeftOut[] };

/** Parts what can go from what cannot. Each item is in one of both. */
export function judge(
  items: readonly PutAside[],
  { enis, unread }: Pick<PutAsideReading, 'enis' | 'unread'>,
): { ready: Ready[]; leftOut: Objected[] } {
  const ready: Ready[] = [];
  const leftOut: Objected[] = [];
  for (const item of items) {
    const eni = enis.get(item.id) ?? null;
    const code = unread.get(item.id);
    if (code !== undefined) leftOut.push({ item, eni: null, reasons: [{ why: 'unread', code }] });
    else if (eni === null) leftOut.push({ item, eni, reasons: [{ why: 'gone' }] });
    else {
      const reasons = objectionsTo(eni, item.status);
      if (reasons.length === 0) ready.push({ eni, isWanted: item.isWanted });
      else leftOut.push({ item, eni, reasons });
    }
  }
  return { ready, leftOut };
}
