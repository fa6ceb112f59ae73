import { describe, expect, it } from 'vitest';
import { RULES } from './catalogue';
import { findAll, groupByRule } from './find';
import { calmEni, idleEniWith, inputWith, vSwitchIn } from './findings.test-kit';
import { RULE_IDS } from './rule-ids';

const enis = [
  idleEniWith({ id: 'eni-1' }),
  idleEniWith({ id: 'eni-3', ipv4Prefixes: ['10.0.0.16/28'] }),
  idleEniWith({ id: 'eni-2', publicIp: '47.1.1.1' }),
  calmEni({ id: 'eni-4', privateIpAddress: 'hide' }),
];

describe('findAll', () => {
  it('has one rule for each id', () => expect(RULES.map(({ id }) => id)).toEqual([...RULE_IDS]));

  it('is quiet where nothing is to say', () =>
    expect(findAll(inputWith({ enis: [calmEni()] })).findings).toEqual([]));

  it('puts first what matters, and data problems last', () => {
    const { findings, counts } = findAll(inputWith({ enis }));
    expect(findings.map(({ rule, subject }) => `${rule} ${subject.id}`)).toEqual([
      'idle-eni-with-eip eni-2',
      'idle-eni eni-3',
      'idle-eni eni-1',
      'idle-eni eni-2',
      'idle-eni-hoard eni-3',
      'public-exposure eni-2',
      'prefix-on-idle-eni eni-3',
      'integrity eni-4',
    ]);
    expect(counts).toMatchObject({ 'idle-eni': 3, integrity: 1, unnamed: 0 });
  });

  it('says which rules cannot run without DescribeVSwitches', () => {
    const blind = RULES.filter(({ needs }) => needs === 'vSwitches').map(({ id }) => id);
    expect(findAll(inputWith({ enis })).cannotRun.map(({ rule }) => rule)).toEqual(blind);
    expect(findAll(inputWith({ enis, vSwitches: [vSwitchIn()] })).cannotRun).toEqual([]);
  });
});

describe('groupByRule', () => {
  it('groups in the order of the worst, and adds addresses up', () => {
    const groups = groupByRule(findAll(inputWith({ enis })).findings);
    expect(
      groups.map(({ rule, severity, findings, addresses }) => [rule, severity, findings.length, addresses]),
    ).toEqual([
      ['idle-eni-with-eip', 'high', 1, 0],
      ['idle-eni', 'medium', 3, 16],
      ['idle-eni-hoard', 'medium', 1, 16],
      ['public-exposure', 'medium', 1, 0],
      ['prefix-on-idle-eni', 'medium', 1, 16],
      ['integrity', 'data', 1, 1],
    ]);
  });
});
