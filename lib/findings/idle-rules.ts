import { addressesOf } from '@/lib/eni/eni-address';
import type { FindingsInput } from './finding';
import { type EniFacts, indexOf, perInput } from './findings-index';
import { ageOf, DAY, HOUR, isInGrace, seenAs, wholeDays, wholeMinutes } from './looks';
import { eniRule, type Hit } from './make-finding';

/** The evidence that an ENI is idle, or null. */
function idleHit({ eni }: EniFacts, input: FindingsInput): Hit | null {
  if (eni.status !== 'Available' || eni.type === 'Primary' || eni.serviceManaged === true) return null;
  if (isInGrace(eni, input)) return null;
  const { idleAfterDays, graceHours } = input.policy.thresholds;
  const span = Math.max(idleAfterDays * DAY, graceHours * HOUR);
  const age = ageOf(eni, input.now);
  const seen = seenAs(eni, input);
  const start = input.now - span;
  // It was in use within the span, so it was detached since: old, but not idle for as long.
  if (seen.otherAt !== null && seen.otherAt > start) return null;
  const isConfirmed = seen.looks > 0 && seen.since <= start;
  if (!isConfirmed && (age === null || age <= span)) return null;
  return {
    evidence: {
      status: eni.status,
      type: eni.type,
      ageDays: age === null ? null : wholeDays(age),
      seenDays: wholeDays(input.now - seen.since),
      looks: seen.looks,
      confirmed: isConfirmed,
      serviceManaged: eni.serviceManaged,
    },
  };
}

const idleHits = perInput((input): ReadonlyMap<EniFacts, Hit> => {
  const hits = new Map<EniFacts, Hit>();
  for (const facts of indexOf(input).enis) {
    const hit = idleHit(facts, input);
    if (hit) hits.set(facts, hit);
  }
  return hits;
});

const IDLE_FIELDS = ['Status', 'Type', 'ServiceManaged', 'CreationTime'];
const EIP_FIELDS = ['AssociatedPublicIp', 'PrivateIpSets'];
const PREFIX_FIELDS = ['Ipv4PrefixSets', 'Ipv6PrefixSets'];
const TRANSITIONS: ReadonlySet<string | null> = new Set(['Attaching', 'Detaching', 'Deleting']);

export const idleEni = eniRule(
  { id: 'idle-eni', version: 1, severity: 'medium', fields: IDLE_FIELDS },
  (input) => {
    const hits = idleHits(input);
    return (facts) => hits.get(facts) ?? null;
  },
);

export const idleEniHoard = eniRule(
  {
    id: 'idle-eni-hoard',
    version: 1,
    severity: 'medium',
    fields: [...IDLE_FIELDS, 'PrivateIpSets', 'Ipv4PrefixSets'],
  },
  (input) => {
    const hits = idleHits(input);
    return (facts) => {
      const hit = facts.addresses < input.policy.thresholds.hoardAddresses ? null : hits.get(facts);
      return hit ? { evidence: { addresses: facts.addresses, ...hit.evidence } } : null;
    };
  },
);

export const idleEniWithEip = eniRule(
  { id: 'idle-eni-with-eip', version: 1, severity: 'high', fields: ['Status', ...EIP_FIELDS] },
  (input) =>
    ({ eni, eips }) => {
      const [publicIp, ...others] = eips;
      if (publicIp === undefined || eni.status !== 'Available' || isInGrace(eni, input)) return null;
      const holder = addressesOf(eni).find(({ eip }) => eip === publicIp);
      return {
        evidence: {
          publicIp,
          publicIps: 1 + others.length,
          privateIp: holder?.address ?? null,
          allocationId: holder?.allocationId ?? null,
          status: eni.status,
          serviceManaged: eni.serviceManaged,
        },
      };
    },
);

export const stuckTransition = eniRule(
  { id: 'stuck-transition', version: 1, severity: 'medium', fields: ['Status'] },
  (input) =>
    ({ eni }) => {
      if (!TRANSITIONS.has(eni.status)) return null;
      const { looks, since } = seenAs(eni, input);
      const seenMinutes = wholeMinutes(input.now - since);
      const isStuck = looks > 0 && seenMinutes > input.policy.thresholds.stuckAfterMinutes;
      return {
        // One look, or two close together, proves nothing.
        severity: isStuck ? 'medium' : 'info',
        evidence: { status: eni.status, seenMinutes, looks, serviceManaged: eni.serviceManaged },
      };
    },
);

export const prefixOnIdleEni = eniRule(
  { id: 'prefix-on-idle-eni', version: 1, severity: 'medium', fields: ['Status', ...PREFIX_FIELDS] },
  (input) =>
    ({ eni }) => {
      const count = eni.ipv4Prefixes.length + eni.ipv6Prefixes.length;
      if (eni.status !== 'Available' || count === 0 || isInGrace(eni, input)) return null;
      return {
        evidence: {
          ipv4Prefixes: eni.ipv4Prefixes.join(' '),
          ipv6Prefixes: eni.ipv6Prefixes.join(' '),
          status: eni.status,
          serviceManaged: eni.serviceManaged,
        },
      };
    },
);

export const keepOnRelease = eniRule(
  {
    id: 'keep-on-release',
    version: 1,
    severity: 'low',
    fields: ['DeleteOnRelease', 'Type', 'Status', 'ServiceManaged'],
  },
  () =>
    ({ eni }) => {
      // Absent is unknown, not false.
      if (eni.deleteOnRelease !== false || eni.serviceManaged === true) return null;
      if (eni.type !== 'Secondary' || eni.status !== 'InUse') return null;
      return { evidence: { type: eni.type, status: eni.status, serviceManaged: eni.serviceManaged } };
    },
);
