import { describe, expect, it } from 'vitest';
import { parsePolicy } from './parse-policy';
import { DEFAULT_POLICY, mergePolicies, type Policy } from './policy';

const waiver = {
  rule: 'idle-eni',
  subject: 'prod/cn-hangzhou/eni-1',
  reason: 'standby',
  expires: '2026-12-31',
} as const;

const FULL: Policy = {
  version: 1,
  thresholds: { ...DEFAULT_POLICY.thresholds, idleAfterDays: 30 },
  requiredTags: ['team'],
  defaultResourceGroups: ['rg-1'],
  exposureAllowed: { tags: ['role:bastion'], vSwitches: ['vsw-1'], securityGroups: ['sg-1'] },
  privateVSwitches: ['vsw-2'],
  connectedVpcs: [['vpc-1', 'vpc-2']],
  waivers: [
    { ...waiver, by: 'li' },
    { ...waiver, rule: 'unnamed', expires: null },
  ],
};

const issuesOf = (file: unknown) => parsePolicy(typeof file === 'string' ? file : JSON.stringify(file));

describe('parsePolicy', () => {
  it.each([DEFAULT_POLICY, FULL])('reads what it wrote', (policy) =>
    expect(parsePolicy(JSON.stringify(policy, null, 2))).toEqual({ policy }),
  );

  it('takes the usual for what is absent, and a byte order mark', () =>
    expect(parsePolicy('\u{feff}{"version": 1, "waivers": []}')).toEqual({ policy: DEFAULT_POLICY }));

  it.each([
    ['', 'not_json', '', undefined],
    ['{"version": 1,}', 'not_json', '', undefined],
    ['{}', 'missing', 'version', undefined],
    ['null', 'wrong_type', '', ['object']],
    [{ version: 2 }, 'unknown_version', 'version', ['1']],
    [{ version: 1, waiver: [] }, 'unknown_key', 'waiver', expect.arrayContaining(['waivers'])],
    [
      { version: 1, thresholds: { idleDays: 3 } },
      'unknown_key',
      'thresholds.idleDays',
      expect.arrayContaining(['idleAfterDays']),
    ],
    [{ version: 1, thresholds: { graceHours: 0 } }, 'out_of_range', 'thresholds.graceHours', ['1..720']],
    [
      { version: 1, thresholds: { idleAfterDays: 1e9 } },
      'out_of_range',
      'thresholds.idleAfterDays',
      ['0..3650'],
    ],
    [{ version: 1, thresholds: { idleAfterDays: 7.5 } }, 'wrong_type', 'thresholds.idleAfterDays', ['int']],
    [
      { version: 1, thresholds: { idleAfterDays: '7' } },
      'wrong_type',
      'thresholds.idleAfterDays',
      ['number'],
    ],
    [
      { version: 1, exposureAllowed: { tags: [':x'] } },
      'malformed',
      'exposureAllowed.tags[0]',
      ['key', 'key:value', 'key:*'],
    ],
    [
      { version: 1, exposureAllowed: { tag: [] } },
      'unknown_key',
      'exposureAllowed.tag',
      ['tags', 'vSwitches', 'securityGroups'],
    ],
    [
      { version: 1, waivers: [{ ...waiver, rule: 'idle' }] },
      'unknown_rule',
      'waivers[0].rule',
      expect.arrayContaining(['idle-eni']),
    ],
    [{ version: 1, waivers: [{ ...waiver, rule: undefined }] }, 'missing', 'waivers[0].rule', undefined],
    [
      { version: 1, waivers: [waiver, { ...waiver, expires: '2026-02-30' }] },
      'invalid_date',
      'waivers[1].expires',
      ['YYYY-MM-DD', 'null'],
    ],
    [
      { version: 1, waivers: [{ ...waiver, subject: 'eni-1' }] },
      'malformed',
      'waivers[0].subject',
      ['account/region/id'],
    ],
    [{ version: 1, waivers: [{ ...waiver, reason: '' }] }, 'out_of_range', 'waivers[0].reason', ['1..500']],
    [
      { version: 1, waivers: [{ ...waiver, until: null }] },
      'unknown_key',
      'waivers[0].until',
      expect.arrayContaining(['expires']),
    ],
    ['{"version": 1, "waivers": [], "waivers": []}', 'duplicate_key', 'waivers', undefined],
    [
      '{"version": 1, "waivers": [{}, {"a": [1, 2], "reason": "\\"}", "rea\\u0073on": 1}]}',
      'duplicate_key',
      'waivers[1].reason',
      undefined,
    ],
    ['{"version": 1, "__proto__": {}}', 'unknown_key', '__proto__', expect.any(Array)],
  ])('names what is wrong with %j: %s', (file, code, path, allowed) =>
    expect(issuesOf(file)).toEqual({ issues: [{ path, code, ...(allowed && { allowed }) }] }),
  );

  it('names all that is wrong', () =>
    expect(issuesOf({ version: 1, a: 1, b: 2, thresholds: { graceHours: 0 } })).toMatchObject({
      issues: [{ path: 'thresholds.graceHours' }, { path: 'a' }, { path: 'b' }],
    }));
});

describe('mergePolicies', () => {
  it('changes nothing by a policy that says nothing', () => {
    expect(mergePolicies(FULL, DEFAULT_POLICY)).toEqual(FULL);
    expect(mergePolicies(DEFAULT_POLICY, FULL)).toEqual(FULL);
    expect(mergePolicies(FULL, FULL)).toEqual(FULL);
  });

  it('adds waivers of the browser and takes its thresholds', () => {
    const browser: Policy = {
      ...DEFAULT_POLICY,
      thresholds: { ...DEFAULT_POLICY.thresholds, idleAfterDays: 14 },
      waivers: [{ ...waiver, subject: 'prod/cn-hangzhou/eni-2' }],
    };
    const merged = mergePolicies(FULL, browser);
    expect(merged.thresholds.idleAfterDays).toBe(14);
    expect(merged.waivers).toEqual([...FULL.waivers, ...browser.waivers]);
  });
});
