import { describe, expect, it } from 'vitest';
import { headline } from '@/components/status-line/wording';
import { lookSteps } from '@/lib/changes/look';
import { provenanceOf } from '@/lib/changes/provenance';
import { isComplete } from '@/lib/export/export-provenance';
import { mergePages, type ScanPage } from '@/lib/search/reading/merge';
import { leavesRowsOut } from './completeness';
import { eniWith } from './eni.test-kit';
import { CAVEAT_CODES, type Caveat } from './page';

const place = { account: 'prod', region: 'cn-hangzhou' };

const page = (ids: string[], more: Partial<ScanPage> = {}): ScanPage => ({
  items: ids.map((id) => eniWith({ ...place, id })),
  cursor: null,
  scope: { accounts: ['prod'], regions: ['cn-hangzhou'] },
  scanned: ids.length,
  filteredAfter: [],
  failures: [],
  caveats: [],
  asOf: '2026-11-23T10:00:00Z',
  upstream: [],
  begins: true,
  ...more,
});

const endWith = (caveats: Caveat[]) => ({
  finished: page([]).asOf,
  asOf: page([]).asOf,
  rows: 1,
  enis: 1,
  scanned: 1,
  calls: 1,
  stopped: null,
  failures: [],
  caveats,
});

/** The look at a reading that is at its end. */
function lookAt(caveats: Caveat[]) {
  const steps = lookSteps(mergePages([page(['eni-1'], { caveats })]));
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

describe.each(CAVEAT_CODES)('%s means the same everywhere', (code) => {
  const caveats: Caveat[] = [{ code, ...place }];
  const isWhole = !leavesRowsOut({ code });

  it('in an export', () => expect(isComplete(endWith(caveats))).toBe(isWhole));

  it('in a file that is read back', () =>
    expect(
      provenanceOf({
        provenance: {
          search: '',
          link: '',
          format: 'json',
          shape: 'eni',
          selected: null,
          scope: page([]).scope,
          columns: null,
          started: page([]).asOf,
        },
        end: { ...endWith(caveats), complete: isWhole },
      }).complete,
    ).toBe(isWhole));

  it('in a look', () => expect(lookAt(caveats)?.unread).toEqual(isWhole ? [] : ['prod/cn-hangzhou']));

  it('in the status line', () =>
    expect(
      headline({ reading: mergePages([page(['eni-1'], { caveats })]), count: null, activity: 'none' }).key,
    ).toBe(isWhole ? 'complete' : 'notWhole'));

  it('in a reading that begins anew: what did not come is only then gone', () =>
    expect(
      mergePages([page(['eni-1', 'eni-2']), page(['eni-1'], { caveats })]).enis.map(({ id }) => id),
    ).toEqual(isWhole ? ['eni-1'] : ['eni-1', 'eni-2']));
});
