import { describe, expect, test } from 'vitest';
import { searchFor } from './answer.test-kit';
import { questionOf } from './question';

describe('a search is a question', () => {
  test.each([
    ['ip', '10.0.0.7'],
    ['ip', '2408:4005::1'],
    ['eip', '47.97.11.37'],
    ['mac', '00:16:3e:0a:1b:2c'],
    ['eni', 'eni-bp1x'],
    ['instance', 'i-bp1x'],
    ['any', 'eip-bp1x'],
    ['vpc', 'vpc-bp1x'],
  ] as const)('for one thing: %s=%s', (key, value) => {
    expect(questionOf(searchFor(key, value), [])).toMatchObject({
      isOne: true,
      values: [value],
      isOfMany: key === 'vpc',
    });
  });

  test('for a list in its order, with names to look up and what was not understood', () => {
    const question = questionOf(searchFor('any', '10.0.0.7', '10.0.1.0/24', 'i-bp1x'), [
      { at: 1, text: 'worker-bj-12' },
      { at: 3, text: '10.24.300.7' },
    ]);
    expect(question?.items).toEqual([
      { text: '10.0.0.7', as: 'value' },
      { text: 'worker-bj-12', as: 'name' },
      { text: '10.0.1.0/24', as: 'block' },
      { text: '10.24.300.7', as: 'unread', why: 'octet' },
      { text: 'i-bp1x', as: 'value' },
    ]);
    expect(question).toMatchObject({ isOne: false, values: ['10.0.0.7', 'i-bp1x'], names: ['worker-bj-12'] });
  });

  test('for names alone, where there are several', () => {
    expect(questionOf(searchFor('name', 'web-1', 'a\\,b'), [])?.names).toEqual(['web-1', 'a,b']);
  });

  test('and asks for so many names at most, the others being named as such', () => {
    const beside = Array.from({ length: 45 }, (_, at) => ({ at, text: `web-${at}` }));
    const question = questionOf(searchFor('ip', '10.0.0.7'), beside);
    expect(question?.names).toHaveLength(40);
    expect(question?.items.filter((item) => item.as === 'unread' && item.why === 'tooMany')).toHaveLength(5);
    expect(question?.items).toHaveLength(46);
  });
});

describe('a search is no question', () => {
  test.each([
    ['of a block', searchFor('ip', '10.0.0.0/24')],
    ['of a name', searchFor('name', 'web-1')],
    ['of names with a star', searchFor('name', 'web-1', 'db-*')],
    ['of having an EIP', searchFor('eip', 'true')],
    ['of a part of a MAC', searchFor('mac', '00:16:3e:12')],
    ['of a masked MAC', searchFor('mac', '00:16:3e:12:**:**')],
    ['of a status', searchFor('status', 'InUse')],
    ['of several vSwitches', searchFor('vswitch', 'vsw-1', 'vsw-2')],
    ['without filters', { accounts: [], regions: [], terms: [] }],
    [
      'of what is not so',
      { ...searchFor('ip'), terms: [{ key: 'ip' as const, negated: true, values: ['10.0.0.7'] }] },
    ],
    [
      'with another filter beside',
      {
        ...searchFor('ip'),
        terms: [...searchFor('ip', '10.0.0.7').terms, ...searchFor('status', 'InUse').terms],
      },
    ],
  ])('%s', (_, search) => {
    expect(questionOf(search, [])).toBeNull();
  });
});
