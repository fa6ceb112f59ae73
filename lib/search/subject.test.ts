import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_VALUES, randomSearch } from './random-search.test-kit';
import { subjectOf } from './subject';

const status = { key: 'status', negated: false, values: ['Available'] } as const;
const ips = { key: 'ip', negated: true, values: ['10.0.0.1', '10.0.0.2', '10.0.0.3'] } as const;
const terms = (...all: readonly { key: string; negated: boolean; values: readonly string[] }[]) =>
  all as unknown as Parameters<typeof subjectOf>[0];

describe('what a page is of', () => {
  it('is what it is filtered by, or the ENI that is open', () => {
    expect(subjectOf([])).toBeNull();
    expect(subjectOf(terms(status))).toBe('Available');
    expect(subjectOf(terms(status, ips))).toBe('Available, -10.0.0.1 +2');
    expect(subjectOf(terms(status), 'eni-1')).toBe('eni-1');
  });

  it('is never long, and never empty where there is a filter', () => {
    fc.assert(
      fc.property(randomSearch(EXAMPLE_VALUES), (search) => {
        const subject = subjectOf(search.terms);
        expect(subject === null).toBe(search.terms.length === 0);
        expect(subject?.length ?? 0).toBeLessThanOrEqual(60);
        expect(subject).not.toBe('');
      }),
    );
  });
});
