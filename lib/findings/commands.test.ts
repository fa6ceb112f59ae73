import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { privateIp } from '@/lib/eni/eni.test-kit';
import type { CallWriter } from '@/lib/export/cli';
import { commandFor } from './commands';
import type { Finding, FindingsInput } from './finding';
import { calmEni, found, idleEniWith, inputWith, NOW, vSwitchIn } from './findings.test-kit';
import type { RuleId } from './rule-ids';

const of = (rule: RuleId, eni: Eni, more: Partial<FindingsInput> = {}) =>
  commandFor(found(rule, inputWith({ enis: [eni], ...more }))[0] as Finding, SH);
const SH: CallWriter = { shell: 'sh', profileOf: (account) => `${account}-reader` };
const eip = privateIp('10.0.0.1', { publicIp: '47.1.1.1', allocationId: 'eip-1' });
const earlier = [{ at: NOW - 3_600_000, statuses: new Map([['prod/cn-hangzhou/eni-1', 'Deleting']]) }];
const one = '--profile prod-reader --RegionId cn-hangzhou --NetworkInterfaceId eni-1';

describe('commandFor', () => {
  it.each<[RuleId, Eni, string | null, Partial<FindingsInput>?]>([
    ['idle-eni', idleEniWith(), `ecs DeleteNetworkInterface ${one}`],
    ['idle-eni', idleEniWith({ serviceManaged: null }), null],
    ['idle-eni', idleEniWith({ tags: [{ key: 'creator', value: 'terway' }] }), null],
    ['idle-eni', idleEniWith({ tags: [{ key: 'cilium-eni-index', value: '1' }] }), null],
    ['idle-eni', idleEniWith({ tags: [{ key: 'leni_primary', value: 'true' }] }), null],
    ['idle-eni', idleEniWith({ name: 'fc-eni' }), null],
    ['idle-eni', idleEniWith({ name: 'rds-eni-1' }), null],
    ['idle-eni', idleEniWith({ name: 'bastion-1' }), null],
    ['idle-eni', idleEniWith({ type: 'Trunk' }), null],
    ['idle-eni', idleEniWith({ type: 'Member' }), null],
    ['idle-eni', idleEniWith({ type: 'slave' }), null],
    [
      'idle-eni-with-eip',
      idleEniWith({ privateIps: [eip] }),
      'vpc UnassociateEipAddress --profile prod-reader --RegionId cn-hangzhou --AllocationId eip-1 --InstanceType NetworkInterface --InstanceId eni-1 --PrivateIpAddress 10.0.0.1',
    ],
    ['idle-eni-with-eip', idleEniWith({ publicIp: '47.1.1.1' }), null],
    ['stuck-transition', calmEni({ status: 'Deleting' }), `ecs DeleteNetworkInterface ${one}`, { earlier }],
    ['stuck-transition', calmEni({ status: 'Deleting' }), null],
    ['stuck-transition', calmEni({ status: 'Detaching' }), null],
    [
      'keep-on-release',
      calmEni({ deleteOnRelease: false }),
      `ecs ModifyNetworkInterfaceAttribute ${one} --DeleteOnRelease true`,
    ],
    [
      'prefix-on-idle-eni',
      idleEniWith({ ipv4Prefixes: ['10.0.0.16/28'] }),
      `ecs UnassignPrivateIpAddresses ${one} --Ipv4Prefix.1 10.0.0.16/28`,
    ],
    ['prefix-on-idle-eni', idleEniWith({ ipv6Prefixes: ['2408::/80'] }), null],
    ['public-exposure', calmEni({ publicIp: '47.1.1.1' }), null],
    ['unnamed', calmEni({ name: null }), null],
  ])('acts on %s where that is sensible', (rule, eni, act, more) => {
    const command = of(rule, eni, more).act;
    expect(command?.replaceAll(' \\\n', '') ?? null).toBe(act && `aliyun ${act}`);
  });

  it.each<[RuleId, string]>([
    [
      'unnamed',
      'ecs DescribeNetworkInterfaces --profile prod-reader --RegionId cn-hangzhou --NetworkInterfaceId.1 eni-1',
    ],
    [
      'mixed-sg-on-instance',
      'ecs DescribeNetworkInterfaces --profile prod-reader --RegionId cn-hangzhou --InstanceId i-1',
    ],
    [
      'vswitch-unknown',
      'vpc DescribeVSwitches --profile prod-reader --RegionId cn-hangzhou --VSwitchId vsw-1',
    ],
    [
      'duplicate-ip-in-vpc',
      'ecs DescribeNetworkInterfaces --profile prod-reader --RegionId cn-hangzhou --NetworkInterfaceId.1 eni-1 --NetworkInterfaceId.2 eni-2',
    ],
  ])('looks at what %s is about', (rule, look) => {
    const privateIps = [privateIp('10.0.0.1')];
    const enis = [
      calmEni({ name: null, privateIps }),
      calmEni({ id: 'eni-2', privateIps, securityGroupIds: ['sg-2'] }),
    ];
    const all = found(rule, inputWith({ enis, vSwitches: [vSwitchIn({ id: 'vsw-2' })] }));
    expect(commandFor(all[0] as Finding, SH).look.replaceAll(' \\\n', '')).toBe(`aliyun ${look}`);
  });

  it('quotes what a shell would read', () =>
    expect(of('idle-eni', idleEniWith({ id: "eni-1'; reboot" })).act).toContain(`'eni-1'\\''; reboot'`));

  it('names the profile of the account, or says that there is none, in every shell', () => {
    const [finding] = found('idle-eni', inputWith({ enis: [idleEniWith()] })) as [Finding];
    const none = commandFor(finding, { shell: 'powershell', profileOf: () => null });
    expect(none.act).not.toContain('--profile');
    expect(none.notes.join()).toMatch(/^# No profile .*: 'prod'$/);
    const cmd = commandFor(finding, { shell: 'cmd', profileOf: () => 'a b' });
    expect(cmd.notes).toEqual([]);
    expect(cmd.act).toContain('--profile ^"a b^" ^\n --RegionId cn-hangzhou');
  });
});
