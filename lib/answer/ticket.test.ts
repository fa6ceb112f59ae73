import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import en from '@/lib/i18n/en.json';
import zh from '@/lib/i18n/zh-CN.json';
import type { Hit } from './answer';
import { NODE_ENI } from './answer.test-kit';
import { chainOf } from './chain';
import { type TicketFacts, type TicketWords, ticketOf, zonedTime } from './ticket';

function wordsOf(locale: 'en' | 'zh-CN'): TicketWords {
  const messages = locale === 'en' ? en : zh;
  const say = createTranslator({ locale, messages, namespace: 'answer.ticket' });
  return (key, values) => say(key as 'colon', values as never);
}

const hit: Hit = {
  account: 'prod',
  region: 'cn-beijing',
  isHere: false,
  way: 'eip',
  eni: eniWith(NODE_ENI),
  eip: null,
  seenBy: [],
};

const pod = {
  cluster: 'c5e1b7',
  takenAt: '2026-04-09T01:58:00Z',
  pod: {
    namespace: 'payments',
    name: 'pay-gateway-x2lqm',
    addresses: ['10.80.4.27'],
    node: null,
    hostNetwork: false,
    ended: false,
  },
};

const facts: TicketFacts = {
  item: { text: '39.105.88.14', asked: 6, notAsked: 3, pending: 0 },
  holder: {
    hit,
    chain: chainOf('39.105.88.14', hit, (address) => (address === '10.80.4.27' ? [pod] : []), true),
  },
  nameOf: (id) =>
    ({ 'i-2ze4w': 'worker-bj-12', 'vsw-2zeh6': 'pods-bj-h', 'sg-1': 'ack_node|bj' })[id] ?? null,
  asOf: '2026-04-09T02:32:06Z',
  timeZone: 'Asia/Shanghai',
};

describe('a ticket', () => {
  test('says who, where, by which ids and as of when, a line each', () => {
    expect(ticketOf(facts, 'text', wordsOf('en'))).toBe(`39.105.88.14 is on worker-bj-12 (ACK / Terway)
account: prod, cn-beijing, zone cn-beijing-h
EIP: 39.105.88.14, eip-2zeq4
address: 10.80.4.27, secondary
ENI: eni-2ze8f1kq0d7w3m5xn2ca, ack-node-bj-12-terway-2, InUse
instance: i-2ze4w, worker-bj-12
cluster: c5e1b7
pod: payments/pay-gateway-x2lqm, as of 2026-04-09 09:58:00 +08:00
vSwitch: vsw-2zeh6, pods-bj-h
VPC: vpc-2zed0
security groups: sg-1, ack_node|bj, sg-2
owner by: creator=terway, ack.aliyun.com=c5e1b7
team by its tag: team=payments
as of 2026-04-09 10:32:06 +08:00
6 places asked, 3 not asked`);
  });

  test('says the same in Chinese, with its punctuation', () => {
    const lines = ticketOf(facts, 'text', wordsOf('zh-CN')).split('\n');
    expect(lines[0]).toBe('39.105.88.14 在 worker-bj-12 上（ACK / Terway）');
    expect(lines[3]).toBe('地址：10.80.4.27，辅助地址');
    expect(lines.at(-1)).toBe('已询问 6 处，3 处未询问');
    expect(lines).toHaveLength(15);
  });

  test('is a list in Markdown, where no name of the cloud becomes markup', () => {
    const text = ticketOf(facts, 'markdown', wordsOf('en'));
    expect(text).toContain('**39.105.88.14** is on **worker-bj-12** (ACK / Terway)');
    expect(text).toContain('- security groups: sg-1, `ack_node`&#124;`bj`, sg-2');
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(12);
  });

  test('of what nobody has says what that rests on', () => {
    const none: TicketFacts = {
      ...facts,
      item: { ...facts.item, text: '203.0.113.9', pending: 2 },
      holder: null,
    };
    expect(ticketOf(none, 'text', wordsOf('en'))).toBe(`203.0.113.9 was not found
as of 2026-04-09 10:32:06 +08:00
6 places asked, 3 not asked, 2 still being asked`);
  });

  test('of an EIP that is on no ENI says what it is on', () => {
    const eip = {
      ipAddress: '47.1.1.1',
      allocationId: 'eip-1',
      instanceId: 'ngw-1',
      instanceType: 'Nat',
      privateIpAddress: null,
      name: null,
    };
    const onNat: Hit = { ...hit, eni: null, eip };
    const chain = chainOf('47.1.1.1', onNat, () => [], false);
    const text = ticketOf(
      { ...facts, item: { ...facts.item, text: '47.1.1.1' }, holder: { hit: onNat, chain } },
      'text',
      wordsOf('en'),
    );
    expect(text.split('\n').slice(0, 4)).toEqual([
      '47.1.1.1 is an EIP of ngw-1, which is not an ENI',
      'account: prod, cn-beijing',
      'EIP: 47.1.1.1, eip-1',
      'bound to: ngw-1, Nat',
    ]);
    const free: Hit = { ...onNat, eip: { ...eip, instanceId: null, instanceType: null } };
    const alone = { hit: free, chain: chainOf('47.1.1.1', free, () => [], false) };
    expect(
      ticketOf({ ...facts, item: { ...facts.item, text: '47.1.1.1' }, holder: alone }, 'text', wordsOf('en')),
    ).toMatch(/^47\.1\.1\.1 is an EIP that is bound to nothing\n/);
  });
});

test.each([
  ['Asia/Shanghai', '2026-04-09 10:32:06 +08:00'],
  ['UTC', '2026-04-09 02:32:06 +00:00'],
  ['America/New_York', '2026-04-08 22:32:06 -04:00'],
])('a moment in %s has its zone', (zone, text) => {
  expect(zonedTime('2026-04-09T02:32:06Z', zone)).toBe(text);
});
