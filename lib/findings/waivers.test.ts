import { describe, expect, it } from 'vitest';
import { found, idleEniWith, inputWith } from './findings.test-kit';
import type { Waiver } from './policy';
import { applyWaivers } from './waivers';

const findings = found('idle-eni', inputWith({ enis: [idleEniWith(), idleEniWith({ id: 'eni-2' })] }));
const waiver = (id: string, expires: string | null, rule: Waiver['rule'] = 'idle-eni'): Waiver => ({
  rule,
  subject: `prod/cn-hangzhou/${id}`,
  reason: 'standby',
  expires,
});
const at = (time: string) => Date.parse(time);

describe('applyWaivers', () => {
  it('parts findings by rule and subject', () => {
    const [own, other] = [waiver('eni-1', null), waiver('eni-2', null, 'unnamed')];
    expect(applyWaivers(findings, [own, other], 0)).toEqual({
      open: [findings[1]],
      waived: [{ finding: findings[0], waiver: own }],
      expired: [],
      unmatched: [other],
    });
  });

  it.each([
    ['2026-11-27T23:59:59.999Z', 1, 0],
    ['2026-11-28T00:00:00Z', 2, 1],
  ])('ends with its last day in UTC: %s', (now, open, expired) => {
    const result = applyWaivers(findings, [waiver('eni-1', '2026-11-27')], at(now));
    expect([result.open.length, result.expired.length, result.unmatched.length]).toEqual([open, expired, 0]);
  });

  it('takes a waiver in force where another one has ended', () => {
    const [ended, inForce] = [waiver('eni-1', '2026-01-01'), waiver('eni-1', null)];
    for (const waivers of [
      [ended, inForce],
      [inForce, ended],
    ]) {
      const result = applyWaivers(findings, waivers, at('2026-11-27T00:00:00Z'));
      expect(result).toMatchObject({ waived: [{ waiver: inForce }], expired: [ended], unmatched: [] });
    }
  });
});
