import type { CallWriter } from '@/lib/export/cli';
import { type CallParameters, cliCommand, numbered, profileNotes } from '@/lib/export/cli-call';
import type { Finding, Subject } from './finding';
import type { RuleId } from './rule-ids';

/** Texts for the aliyun CLI: comments to be read first, a call that only reads, and one that changes something where that is sensible. */
export type Commands = { notes: string[]; look: string; act: string | null };

/** The most ENIs that a command names. */
const MOST_NAMED = 20;

type Call = (action: Parameters<typeof cliCommand>[0], parameters: CallParameters) => string;

function lookAt({ subject, enis }: Finding, call: Call): string {
  const { id } = subject;
  const byKind: Partial<Record<Subject['kind'], () => string>> = {
    eni: () => call('ecs DescribeNetworkInterfaces', numbered('NetworkInterfaceId', [id])),
    vswitch: () => call('vpc DescribeVSwitches', [['VSwitchId', id]]),
    vpc: () => call('vpc DescribeVpcs', [['VpcId', id]]),
    sg: () => call('ecs DescribeNetworkInterfaces', [['SecurityGroupId', id]]),
    instance: () => call('ecs DescribeNetworkInterfaces', [['InstanceId', id]]),
  };
  const named = numbered('NetworkInterfaceId', enis.slice(0, MOST_NAMED));
  return byKind[subject.kind]?.() ?? call('ecs DescribeNetworkInterfaces', named);
}

function deleteEni({ subject }: Finding, call: Call): string {
  return call('ecs DeleteNetworkInterface', [['NetworkInterfaceId', subject.id]]);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const ACTS: Partial<Record<RuleId, (finding: Finding, call: Call) => string | null>> = {
  'idle-eni': deleteEni,
  'idle-eni-hoard': deleteEni,
  'idle-eni-with-eip': ({ subject, evidence }, call) => {
    const [allocation, privateIp] = [textOf(evidence.allocationId), textOf(evidence.privateIp)];
    if (allocation === '' || privateIp === '') return null;
    return call('vpc UnassociateEipAddress', [
      ['AllocationId', allocation],
      ['InstanceType', 'NetworkInterface'],
      ['InstanceId', subject.id],
      ['PrivateIpAddress', privateIp],
    ]);
  },
  // An ENI that stays in Deleting has failed to be deleted; one that has just begun is left alone.
  'stuck-transition': (finding, call) =>
    finding.evidence.status === 'Deleting' && finding.severity !== 'info' ? deleteEni(finding, call) : null,
  'keep-on-release': ({ subject }, call) =>
    call('ecs ModifyNetworkInterfaceAttribute', [
      ['NetworkInterfaceId', subject.id],
      ['DeleteOnRelease', 'true'],
    ]),
  'prefix-on-idle-eni': ({ subject, evidence }, call) => {
    const prefixes = textOf(evidence.ipv4Prefixes).split(' ').filter(Boolean);
    if (prefixes.length === 0) return null;
    return call('ecs UnassignPrivateIpAddresses', [
      ['NetworkInterfaceId', subject.id],
      ...numbered('Ipv4Prefix', prefixes),
    ]);
  },
};

/**
 * The commands of a finding. None acts on an ENI that evidence says is another's, nor on one for which the API does not
 * say whether it belongs to a service.
 */
export function commandFor(finding: Finding, { shell, profileOf }: CallWriter): Commands {
  const { account, region } = finding.subject;
  const place = { account, profile: profileOf(account), region };
  const call: Call = (action, parameters) => cliCommand(action, place, parameters, shell);
  const mayAct = finding.keep === null && finding.evidence.serviceManaged === false;
  return {
    notes: profileNotes([place], shell),
    look: lookAt(finding, call),
    act: mayAct ? (ACTS[finding.rule]?.(finding, call) ?? null) : null,
  };
}
