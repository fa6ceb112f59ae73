import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepOf } from '@/lib/search/keep';
import { parseSearch, toEniQueryString } from '@/lib/search/params';
import { EMPTY_SEARCH } from '@/lib/search/search';
import { anyInput, anyPolicy } from './any-input.test-kit';
import { commandFor } from './commands';
import { findingRows, findingsJson } from './export';
import { findAll, groupByRule } from './find';
import { EVIDENCE_KEYS, type Finding, type FindingsInput, subjectText } from './finding';
import { termsFor } from './links';
import { parsePolicy } from './parse-policy';
import { DEFAULT_POLICY, type Waiver } from './policy';
import { applyWaivers } from './waivers';

/** How many inputs: few by default, `PROPERTY_RUNS=5000` for many, `PROPERTY_SEED` for the same ones again. */
const RUNS = {
  numRuns: Number(process.env.PROPERTY_RUNS ?? 150),
  ...(process.env.PROPERTY_SEED && { seed: Number(process.env.PROPERTY_SEED) }),
};

const holds = (check: (input: FindingsInput, findings: readonly Finding[]) => void) =>
  fc.assert(
    fc.property(anyInput, (input) => check(input, findAll(input).findings)),
    RUNS,
  );

describe('findings of any ENIs', () => {
  it('come with one key each, known evidence and a finite count', () =>
    holds((_, findings) => {
      expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
      for (const { evidence, addresses } of findings) {
        expect(EVIDENCE_KEYS).toEqual(expect.arrayContaining(Object.keys(evidence)));
        expect(Object.values(evidence).filter((value) => Number.isNaN(value))).toEqual([]);
        expect(addresses).toBeGreaterThanOrEqual(0);
      }
    }));

  it('do not depend on the order in which things were read', () => {
    const shuffled = anyInput.chain((input) =>
      fc.record({
        input: fc.constant(input),
        enis: fc.shuffledSubarray([...input.enis], { minLength: input.enis.length }),
        vSwitches: fc.constant(input.vSwitches && [...input.vSwitches].reverse()),
        vpcs: fc.constant([...input.vpcs].reverse()),
        earlier: fc.constant([...input.earlier]),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ input, ...others }) => {
        expect(findAll({ ...input, ...others })).toEqual(findAll(input));
      }),
      RUNS,
    );
  });

  it('are either open or waived, and never open where a waiver is in force', () =>
    holds((input, findings) => {
      const waivers = findings
        .filter((_, at) => at % 2 === 0)
        .map(({ rule, subject }, at): Waiver => {
          return {
            rule,
            subject: subjectText(subject),
            reason: 'known',
            expires: at % 3 === 0 ? '2020-01-01' : null,
          };
        });
      const { open, waived } = applyWaivers(findings, waivers, input.now);
      expect(open.length + waived.length).toBe(findings.length);
      const inForce = new Set(
        waivers.filter(({ expires }) => expires === null).map(({ rule, subject }) => `${rule} ${subject}`),
      );
      expect(open.filter(({ rule, subject }) => inForce.has(`${rule} ${subjectText(subject)}`))).toEqual([]);
    }));

  it('have a link that a URL can carry, which shows those ENIs where it says so', () =>
    holds((input, findings) => {
      for (const group of groupByRule(findings)) {
        const { terms, exact } = termsFor(group.findings, input.policy.thresholds);
        const search = { ...EMPTY_SEARCH, terms };
        expect(parseSearch(new URLSearchParams(toEniQueryString(search)))).toMatchObject({
          search,
          issues: [],
        });
        const shown = new Set(input.enis.filter(keepOf(search, input.now)).map(({ id }) => id));
        const concerned = group.findings.flatMap(({ enis }) => enis);
        if (exact) expect([...shown]).toEqual(expect.arrayContaining(concerned));
      }
    }));

  it('have no command that changes what is another’s', () =>
    holds((_, findings) => {
      for (const finding of findings) {
        const { look, act } = commandFor(finding, { shell: 'sh', profileOf: (account) => account });
        expect(look).toMatch(/^aliyun (ecs|vpc) Describe/);
        if (finding.keep !== null) expect(act).toBeNull();
      }
    }));

  it('can be exported', () =>
    holds((input, findings) => {
      expect(findingRows(findings)).toHaveLength(findings.length);
      const provenance = {
        scope: { accounts: [], regions: [] },
        asOf: null,
        complete: true,
        policy: input.policy,
      };
      expect(JSON.parse(findingsJson(findings, provenance)).findings).toEqual(findings);
    }));
});

describe('any policy', () => {
  it('is read as it was written', () =>
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        expect(parsePolicy(JSON.stringify(policy))).toEqual({ policy });
      }),
      RUNS,
    ));

  it('is refused, not repaired, when the text is anything', () =>
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (file) => {
        expect(parsePolicy(file)).toHaveProperty('issues');
      }),
      RUNS,
    ));
});

it('has a usual value in the range of every threshold', () =>
  expect(parsePolicy(JSON.stringify(DEFAULT_POLICY))).toEqual({ policy: DEFAULT_POLICY }));
