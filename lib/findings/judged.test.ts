import { expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { ProblemError } from '@/lib/eni/problem';
import { vSwitchIn } from './findings.test-kit';
import { judgedEnis, judgedVSwitches } from './judged';

const { problem } = new ProblemError('upstream_timeout');
const failures = [{ account: 'prod', region: 'cn-beijing', problem }];

it('leaves out what came of a place that failed', () => {
  const enis = [eniWith({ id: 'eni-1' }), eniWith({ id: 'eni-2', region: 'cn-beijing' })];
  const reading = { enis, failures };
  expect(judgedEnis(reading).map(({ id }) => id)).toEqual(['eni-1']);
  expect(judgedEnis(reading)).toBe(judgedEnis(reading));
  expect(judgedEnis({ enis, failures: [] })).toBe(enis);
});

it('leaves out vSwitches of a place whose ENIs could not be read', () => {
  const vSwitches = [vSwitchIn({ id: 'vsw-1' }), vSwitchIn({ id: 'vsw-2', region: 'cn-beijing' })];
  expect(judgedVSwitches(vSwitches, failures).map(({ id }) => id)).toEqual(['vsw-1']);
  expect(judgedVSwitches(vSwitches, failures)).toBe(judgedVSwitches(vSwitches, [...failures]));
  expect(judgedVSwitches(vSwitches, [])).toBe(vSwitches);
});
