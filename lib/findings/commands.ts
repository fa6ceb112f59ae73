import { shellWord } from '@/lib/export/cli-shell';
import type { Finding, Subject } from './finding';
import type { RuleId } from './rule-ids';

/** Texts for the aliyun CLI: one that only reads, and one that changes something where that is sensible. */
export type Commands = { look: string; act: string | null };

/** The most ENIs that a command names. */
const MOST_NAMED = 20;

type Parameters = readonly (readonly [name: string, value: string])[];

function call(action: string, region: string, parameters: Parameters): string {
  const words = [['RegionId', region] as const, ...parameters].map(
    ([name, value]) => ` --${name} ${shellWord(value)}`,
  );
  return [`aliyun ${action}`, ...words].join(' \\\n');
}

function numbered(name: string, values: readonly string[]): Parameters {
  return values.map((value, at) => [`${name}.${at + 1}`, value] as const);
}

function lookAt({ subject, enis }: Finding): string {
  const { region, id } = subject;
  const byKind: Partial<Record<Subject['kind'], () => string>> = {
    eni: () => call('ecs DescribeNetworkInterfaces', region, numbered('NetworkInterfaceId', [id])),
    vswitch: () => call('vpc DescribeVSwitches', region, [['VSwitchId', id]]),
    vpc: () => call('vpc DescribeVpcs', region, [['VpcId', id]]),
    sg: () => call('ecs DescribeNetworkInterfaces', region, [['SecurityGroupId', id]]),
    instance: () => call('ecs DescribeNetworkInterfaces', region, [['InstanceId', id]]),
  };
  const named = numbered('NetworkInterfaceId', enis.slice(0, MOST_NAMED));
  return byKind[subject.kind]?.() ?? call('ecs DescribeNetworkInterfaces', region, named);
}

function deleteEni({ subject }: Finding): string {
  return call('ecs DeleteNetworkInterface', subject.region, [['NetworkInterfaceId', subject.id]]);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const ACTS: Partial<Record<RuleId, (finding: Finding) => string | null>> = {
  'idle-eni': deleteEni,
  'idle-eni-hoard': deleteEni,
  'idle-eni-with-eip': ({ subject, evidence }) => {
    const [allocation, privateIp] = [textOf(evidence.allocationId), textOf(evidence.privateIp)];
    if (allocation === '' || privateIp === '') return null;
    return call('vpc UnassociateEipAddress', subject.region, [
      ['AllocationId', allocation],
      ['InstanceType', 'NetworkInterface'],
      ['InstanceId', subject.id],
      ['PrivateIpAddress', privateIp],
    ]);
  },
  // One that stays in Deleting has failed to be deleted; one that has just begun is left alone.
  'stuck-transition': (finding) =>
    finding.evidence.status === 'Deleting' && finding.severity !== 'info' ? deleteEni(finding) : null,
  'keep-on-release': ({ subject }) =>
    call('ecs ModifyNetworkInterfaceAttribute', subject.region, [
      ['NetworkInterfaceId', subject.id],
      ['DeleteOnRelease', 'true'],
    ]),
  'prefix-on-idle-eni': ({ subject, evidence }) => {
    const prefixes = textOf(evidence.ipv4Prefixes).split(' ').filter(Boolean);
    if (prefixes.length === 0) return null;
    return call('ecs UnassignPrivateIpAddresses', subject.region, [
      ['NetworkInterfaceId', subject.id],
      ...numbered('Ipv4Prefix', prefixes),
    ]);
  },
};

/**
 * The commands of a finding. What belongs to Terway or to a service is never acted on, nor is an ENI of which the API
 * does not say whether it belongs to a service.
 */
export function commandFor(finding: Finding): Commands {
  const mayAct = finding.keep === null && finding.evidence.serviceManaged === false;
  return { look: lookAt(finding), act: mayAct ? (ACTS[finding.rule]?.(finding) ?? null) : null };
}
