import { describe, expect, test } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { NO_PODS, podBook } from '@/lib/pods/pod-book';
import type { Hit } from './answer';
import { answerOf } from './answer';
import { NODE_ENI, readingWith, searchFor } from './answer.test-kit';
import { NOTHING_HEARD } from './heard';
import { holdersOf } from './holders';
import { LIST_COLUMNS, type ListWords, listCells, podsOfItem, tabLines } from './list-rows';
import { type Question, questionOf } from './question';

const words: ListWords = {
  verdict: (verdict) => verdict,
  way: (way) => way,
  owner: (kind) => kind,
  reason: (item) => (item.as === 'unread' ? item.why : `${item.asked} asked`),
};

const question = questionOf(searchFor('any', '10.80.4.27', '203.0.113.9'), [
  { at: 1, text: '10.24.300.7' },
]) as Question;
const { items } = answerOf(question, readingWith([eniWith(NODE_ENI)]), NOTHING_HEARD);
const book = podBook([
  {
    cluster: 'c5e1b7',
    takenAt: '2026-04-09T01:58:00Z',
    pods: [
      {
        namespace: 'payments',
        name: 'pay-gateway',
        addresses: ['10.80.4.27'],
        node: null,
        hostNetwork: false,
        ended: false,
      },
    ],
  },
]);

describe('a list that is copied', () => {
  test('has a line for each thing in its order, the others with their reason', () => {
    const rows = listCells(items, words, {
      book,
      nameOf: (id) => (id === 'i-2ze4w' ? 'worker-bj-12' : null),
    });
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['10.80.4.27', 'here', 'secondary'],
      ['10.24.300.7', 'unread', 'octet'],
      ['203.0.113.9', 'none', '1 asked'],
    ]);
    expect(rows[0]).toContain('worker-bj-12');
    expect(rows[0]).toContain('payments/pay-gateway');
    expect(rows.every((row) => row.length === LIST_COLUMNS.length)).toBe(true);
  });

  test('parts cells by tabs, and begins no formula in a spreadsheet', () => {
    expect(
      tabLines([
        ['=1+1', 'a\tb'],
        ['@x', ''],
      ]),
    ).toBe("'=1+1\ta b\n'@x\t");
  });
});

test('an EIP has the pods of the address that it is on', () => {
  const asked = questionOf(searchFor('ip', '39.105.88.14'), []) as Question;
  const [item] = answerOf(asked, readingWith([eniWith(NODE_ENI)]), NOTHING_HEARD).items;
  expect(item && podsOfItem(item, book)).toEqual(['payments/pay-gateway']);
  expect(item && podsOfItem(item, NO_PODS)).toEqual([]);
});

describe('holders', () => {
  const hit = (id: string, more: Partial<Hit> = {}): Hit => ({
    account: 'prod',
    region: 'cn-hangzhou',
    isHere: true,
    way: 'primary',
    eni: eniWith({ id, instanceId: 'i-1' }),
    eip: null,
    seenBy: [],
    ...more,
  });

  test('an instance is one, however many ENIs it has, told by its primary one', () => {
    const primary = hit('eni-2', {
      way: 'instance',
      eni: eniWith({ id: 'eni-2', instanceId: 'i-1', type: 'Primary' }),
    });
    const holders = holdersOf([hit('eni-1', { way: 'instance' }), primary]);
    expect(holders).toMatchObject([{ hit: { eni: { id: 'eni-2' } }, others: 1 }]);
  });

  test('keep their places when others come before them', () => {
    const before = holdersOf([hit('eni-2')]).map(({ key }) => key);
    expect(holdersOf([hit('eni-1'), hit('eni-2')], before).map(({ hit: { eni } }) => eni?.id)).toEqual([
      'eni-2',
      'eni-1',
    ]);
  });
});
