import { ipv4Number } from '@/lib/eni/ip';
import { placeKey } from '@/lib/eni/place';
import { parseIpv4Prefix } from '@/lib/usage/ipv4';
import type { Finding, Rule } from './finding';
import { indexOf } from './findings-index';
import { eniFinding, groupFinding, subjectOf } from './make-finding';
import { vSwitchFacts } from './vswitch-facts';

const outside = {
  id: 'address-outside-cidr',
  version: 1,
  severity: 'data',
  fields: ['VSwitchId', 'CidrBlock', 'PrivateIpSets', 'Ipv4PrefixSets'],
} as const;

const OUTSIDE: ReadonlySet<string> = new Set(['address_outside', 'prefix_outside']);

/** One finding for each ENI, with its lowest address that lies elsewhere. */
export const addressOutsideCidr: Rule = {
  ...outside,
  needs: 'vSwitches',
  find: (input) =>
    vSwitchFacts(input).flatMap(({ vSwitch, enis, problems }) => {
      const values = new Map<string, string[]>();
      for (const { code, eniId, value } of problems) {
        if (eniId !== null && OUTSIDE.has(code)) values.set(eniId, [...(values.get(eniId) ?? []), value]);
      }
      if (values.size === 0) return [];
      const place = (text: string) => ipv4Number(text) ?? parseIpv4Prefix(text)?.address ?? 0;
      return enis.flatMap((facts): Finding[] => {
        const own = values.get(facts.eni.id);
        if (!own) return [];
        const [value = ''] = own.sort((a, b) => place(a) - place(b));
        const evidence = { value, addresses: own.length, cidrBlock: vSwitch.cidrBlock };
        return [eniFinding(outside, facts, { evidence })];
      });
    }),
};

const unknown = { id: 'vswitch-unknown', version: 1, severity: 'data', fields: ['VSwitchId'] } as const;

/**
 * ENIs of a vSwitch that no account lists. A region where an account lists none at all says nothing: reading it may
 * have failed.
 */
export const vSwitchUnknown: Rule = {
  ...unknown,
  needs: 'vSwitches',
  find: (input) => {
    const vSwitches = input.vSwitches ?? [];
    const listed = new Set(vSwitches.map(({ region, id }) => `${region}/${id}`));
    const read = new Set(vSwitches.map(placeKey));
    return indexOf(input)
      .byVSwitch()
      .flatMap(({ region, id, enis: all }) => {
        if (listed.has(`${region}/${id}`)) return [];
        const enis = all.filter(({ eni }) => read.has(placeKey(eni)));
        if (enis.length === 0) return [];
        const subject = subjectOf('vswitch', id, enis);
        return [groupFinding(unknown, subject, enis, { evidence: { enis: enis.length } })];
      });
  },
};
