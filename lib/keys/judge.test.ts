import { expect, it } from 'vitest';
import { judgeKeys } from './judge';
import { NO_OWN_KEYS } from './own-keys';

it.each([
  ['select', 'Q', { is: 'free' }],
  ['select', 'Mod+T', { is: 'problem', problem: 'reserved' }],
  ['select', 'Enter', { is: 'problem', problem: 'moves' }],
  ['nextFree', '/', { is: 'fixed', fixed: ['goTo'] }],
  ['select', 'R', { is: 'taken', by: ['refresh'], partner: 'refresh' }],
  [
    'select',
    'G',
    {
      is: 'taken',
      by: ['goOverview', 'goEnis', 'goUsage', 'goFindings', 'goCleanup', 'goCompare'],
      partner: null,
    },
  ],
  // Refresh works on the map too, where N is another command.
  ['nextMarked', 'R', { is: 'taken', by: ['refresh'], partner: 'refresh' }],
  // A command without keys has none to give.
  ['language', 'R', { is: 'taken', by: ['refresh'], partner: null }],
] as const)('%s on %s is %j', (id, keys, verdict) =>
  expect(judgeKeys(NO_OWN_KEYS, id, keys)).toEqual(verdict),
);
