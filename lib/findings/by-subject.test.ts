import { expect, it } from 'vitest';
import { rulesByEni, worstByVSwitch } from './by-subject';
import type { Finding } from './finding';

const finding = (
  rule: Finding['rule'],
  severity: Finding['severity'],
  kind: Finding['subject']['kind'],
  id: string,
) => ({ rule, severity, subject: { kind, account: 'prod', region: 'cn-hangzhou', id } }) as Finding;

const FOUND = [
  finding('idle-eni-with-eip', 'high', 'eni', 'eni-1'),
  finding('fragmentation', 'medium', 'vswitch', 'vsw-1'),
  finding('idle-eni', 'medium', 'eni', 'eni-1'),
  finding('vswitch-nearly-full', 'high', 'vswitch', 'vsw-1'),
  finding('empty-vswitch', 'info', 'vswitch', 'vsw-2'),
  finding('untagged', 'low', 'eni', 'eni-2'),
];

it('keeps the worst about a vSwitch, whatever order it is found in', () => {
  const worst = [...worstByVSwitch(FOUND)];
  expect(worst).toEqual([
    ['cn-hangzhou/vsw-1', 'high'],
    ['cn-hangzhou/vsw-2', 'info'],
  ]);
  expect(worstByVSwitch(FOUND.toReversed())).toEqual(new Map(worst));
});

it('marks an ENI by what is high or medium about itself', () =>
  expect([...rulesByEni(FOUND)]).toEqual([['eni-1', ['idle-eni-with-eip', 'idle-eni']]]));
