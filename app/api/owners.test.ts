import { expect, it } from 'vitest';
import { HINTS } from '@/emulator/estate/owners/hints';
import { objectionsTo } from '@/lib/cleanup/ready';
import { type Eni, eipsOf } from '@/lib/eni/eni';
import { type HeldBy, heldBy } from '@/lib/eni/held-by';
import { ownerOf } from '@/lib/eni/owner';
import type { EniHolders } from '@/lib/eni/told';
import { commandFor } from '@/lib/findings/commands';
import { findAll } from '@/lib/findings/find';
import { inputWith } from '@/lib/findings/findings.test-kit';
import { withEipNames } from '@/lib/findings/with-eip-names';
import messages from '@/lib/i18n/en.json';
import { ask } from '@/lib/server/test-upstream.test-kit';
import { emulator, routes, serveApi, walk } from './api.test-kit';

serveApi({ profiles: ['owners'], enis: 60, env: { ENI_ATLAS_REGIONS: 'cn-hangzhou' } });

/**
 * Owner and strength, the field that shows it, what keeps the ENI, and whether a command that removes or changes it is
 * offered.
 */
const TABLE: Record<string, [owner: string, evidence: string, keep: HeldBy | null, command: boolean]> = {
  'creator terway': ['ack strong', 'tag', 'terway', false],
  'creator terway-controller': ['ack strong', 'tag', 'terway', false],
  'creator erdma': ['ack strong', 'tag', 'terway', false],
  'creator of mine': ['unknown none', '', null, true],
  'tag ack.': ['ack strong', 'tag', 'terway', false],
  'tag kubernetes.': ['ack strong', 'tag', 'terway', false],
  'tag alibabacloud.com/ack': ['ack strong', 'tag', 'terway', false],
  'tag ack_': ['ack strong', 'tag', 'terway', false],
  'terway description': ['ack strong', 'description', 'terway', false],
  'terway excluded': ['ack strong', 'tag', 'terway', false],
  'terway not excluded': ['unknown none', '', null, true],
  cilium: ['cilium strong', 'tag', 'cilium', false],
  'lingjun primary': ['lingjun strong', 'tag', 'lingjun', false],
  'lingjun support': ['lingjun strong', 'tag', 'lingjun', false],
  'fc name': ['fc weak', 'name', 'named', false],
  'fc name of mine': ['unknown none', '', null, true],
  'rds name': ['rds weak', 'name', 'named', false],
  'bastion name': ['bastion weak', 'name', 'named', false],
  'eip name': ['slb weak', 'eip', 'eip', false],
  'eip of mine': ['unknown none', '', null, true],
  'eci instance': ['eci strong', 'instanceId', 'eci', false],
  'managed slb': ['slb strong', 'description', 'service', false],
  'managed nat': ['nat strong', 'description', 'service', false],
  'managed rds': ['rds strong', 'description', 'service', false],
  'managed fc': ['fc strong', 'description', 'service', false],
  'managed by name': ['slb weak', 'name', 'service', false],
  'managed other': ['service strong', 'description', 'service', false],
  'managed bare': ['service strong', 'serviceId', 'service', false],
  trunk: ['unknown none', '', 'trunk', false],
  member: ['unknown none', '', 'trunk', false],
  slave: ['unknown none', '', 'trunk', false],
  nothing: ['unknown none', '', null, true],
};

const signOf = (eni: Eni) => eni.tags.find(({ key }) => key === 'sign')?.value ?? null;

async function eipNamesOf({ id, account, region }: Eni): Promise<readonly string[]> {
  const path = `/api/enis/${id}/holders?account=${account}&region=${region}`;
  return (await ask<EniHolders>(routes().holders.GET, path, { id })).body.eipNames;
}

it('says of every sign whose the ENI is, why it is kept, and whether it may be removed', async () => {
  expect(Object.keys(TABLE)).toEqual(HINTS.map(({ sign }) => sign));
  const all = (await walk('account=owners&region=cn-hangzhou')).flatMap(({ items }) => items);
  const { findings } = findAll(inputWith({ enis: all, now: emulator().now() }));
  const writer = { shell: 'sh', profileOf: (account: string) => account } as const;
  for (const [sign, [owner, evidence, keep, command]] of Object.entries(TABLE)) {
    const eni = all.find((each) => signOf(each) === sign) as Eni;
    const eipNames = await eipNamesOf(eni);
    const found = ownerOf(eni, eipNames);
    expect([sign, `${found.kind} ${found.strength}`, found.evidence[0]?.field ?? '']).toEqual([
      sign,
      owner,
      evidence,
    ]);
    const kept = heldBy(eni, found);
    expect([sign, kept]).toEqual([sign, keep]);
    // The reason is shown where the command would be.
    if (kept !== null) expect(messages.findings.keep[kept]).toMatch(/\w{3}/);
    const acts = findings
      .filter(({ subject }) => subject.kind === 'eni' && subject.id === eni.id)
      .flatMap((finding) => commandFor(withEipNames(finding, eni, eipNames), writer).act ?? []);
    expect([sign, acts.length > 0]).toEqual([sign, command]);
    // The clean-up leaves out every ENI with an EIP.
    const isFree = objectionsTo(eni, null).length === 0;
    expect([sign, isFree]).toEqual([sign, command && eipsOf(eni).length === 0]);
  }
});
