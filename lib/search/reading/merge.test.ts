import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { ProblemError } from '@/lib/eni/problem';
import { type Merged, mergePages, type ScanPage } from './merge';

const page = (ids: string[], more: Partial<ScanPage> = {}): ScanPage => ({
  items: ids.map((id) => eniWith({ id })),
  cursor: 'more',
  scope: { accounts: ['prod'], regions: ['cn-hangzhou'] },
  scanned: ids.length,
  filteredAfter: [],
  failures: [],
  caveats: [],
  asOf: '2026-11-23T10:00:00Z',
  upstream: [
    {
      action: 'DescribeNetworkInterfaces',
      account: 'prod',
      region: 'cn-hangzhou',
      requestId: 'R',
      ms: 1,
      cached: false,
      stale: null,
      asOf: '2026-11-23T10:00:00Z',
    },
  ],
  ...more,
});

describe('mergePages', () => {
  it('shows a row that comes again once, where it stood, as it came last', () => {
    const again = page(['eni-2', 'eni-3'], {
      cursor: null,
      items: [eniWith({ id: 'eni-2', status: 'Deleting' }), eniWith({ id: 'eni-3' })],
    });
    const reading = mergePages([page(['eni-1', 'eni-2']), again]);
    expect(reading.enis.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'eni-1 null',
      'eni-2 Deleting',
      'eni-3 null',
    ]);
    expect(reading).toMatchObject({ scanned: 4, calls: 2, complete: true });
  });

  it('keeps how it is read, of the scan that counts', () => {
    const explain = (by: 'pages' | 'vpc') => ({
      explain: [
        { account: 'prod', region: 'cn-hangzhou', by, parts: 2, calls: 3, seconds: 1, text: by, others: [] },
      ],
    });
    const before = page(['eni-1'], { cursor: null, ...explain('vpc') });
    expect(mergePages([before]).explained).toMatchObject([{ by: 'vpc' }]);
    const again = page(['eni-1'], { begins: true, cursor: null, ...explain('pages') });
    expect(mergePages([before, again]).explained).toMatchObject([{ by: 'pages' }]);
    expect(mergePages([page(['eni-1'])]).explained).toEqual([]);
  });

  it('says a caveat once', () => {
    const caveats = [{ code: 'restarted' as const }];
    expect(mergePages([page([], { caveats }), page([], { caveats })]).caveats).toEqual(caveats);
  });

  it('is not complete while there is a cursor, nor with nothing read', () => {
    expect(mergePages([page(['eni-1'])]).complete).toBe(false);
    expect(mergePages([]).complete).toBe(false);
  });

  it('keeps the oldest of old answers, and adds up the rows left out', () => {
    const note = (ageSeconds: number, count: number) => ({
      caveats: [
        { code: 'stale' as const, ageSeconds },
        { code: 'rows_without_id' as const, count },
      ],
    });
    expect(mergePages([page([], note(40, 1)), page([], note(2, 3))]).caveats).toEqual([
      { code: 'stale', ageSeconds: 40 },
      { code: 'rows_without_id', count: 4 },
    ]);
  });
});

describe('mergePages, page by page', () => {
  const pages = [
    page(['eni-1', 'eni-2'], { filteredAfter: ['zone'] }),
    page(['eni-2', 'eni-3'], { begins: true }),
    page(['eni-1', 'eni-4']),
    page(['eni-5'], { cursor: null }),
  ];
  const upTo = (count: number): Merged => {
    const some = pages.slice(0, count);
    return { pages: some, reading: mergePages(some, count > 1 ? upTo(count - 1) : undefined) };
  };

  it('says what all pages at once say', () => {
    for (const count of [1, 2, 3, 4]) expect(upTo(count).reading).toEqual(mergePages(pages.slice(0, count)));
  });

  it('looks at the rows of a page once', () => {
    const [first] = pages as [ScanPage];
    let looks = 0;
    const watched = Object.defineProperty({ ...first }, 'items', {
      get() {
        looks += 1;
        return first.items;
      },
    });
    let before: Merged | undefined;
    for (const count of [1, 2, 3]) {
      const some = [watched, ...pages.slice(1, count)];
      before = { pages: some, reading: mergePages(some, before) };
    }
    expect(before?.reading.enis).toHaveLength(4);
    expect(looks).toBe(1);
  });

  it('goes on twice from the same pages', () => {
    const before = upTo(1);
    const goesOn = (next: ScanPage) => mergePages([...before.pages, next], before).enis.map(({ id }) => id);
    expect(goesOn(page(['eni-7']))).toEqual(['eni-1', 'eni-2', 'eni-7']);
    expect(goesOn(page(['eni-8', 'eni-7']))).toEqual(['eni-1', 'eni-2', 'eni-8', 'eni-7']);
    expect(before.reading.enis).toHaveLength(2);
  });

  it('forgets what was before when the pages are others', () => {
    const others = [page(['eni-9'])];
    expect(mergePages(others, upTo(1)).enis.map(({ id }) => id)).toEqual(['eni-9']);
  });
});

describe('mergePages, a second scan', () => {
  const denied = (region: string) => ({
    account: 'prod',
    region,
    problem: new ProblemError('upstream_throttled').problem,
  });
  const first = page(['eni-1', 'eni-gone'], {
    failures: [denied('cn-beijing')],
    caveats: [{ code: 'stale', ageSeconds: 9 }],
    asOf: '2026-11-23T09:00:00Z',
  });

  it('counts with the first while it is under way, and does not read a row twice', () => {
    const reading = mergePages([first, page(['eni-1'], { begins: true })]);
    expect(reading.enis.map(({ id }) => id)).toEqual(['eni-1', 'eni-gone']);
    expect(reading).toMatchObject({
      scanned: 2,
      calls: 2,
      complete: false,
      asOf: '2026-11-23T09:00:00Z',
      failures: [{ region: 'cn-beijing' }],
    });
  });

  it('is all there is once it has ended', () => {
    const reading = mergePages([
      first,
      page(['eni-2'], { begins: true }),
      page(['eni-1'], { cursor: null, asOf: '2026-11-23T10:00:05Z' }),
    ]);
    expect(reading.enis.map(({ id }) => id)).toEqual(['eni-1', 'eni-2']);
    expect(reading).toMatchObject({
      scanned: 2,
      calls: 3,
      complete: true,
      asOf: '2026-11-23T10:00:00Z',
      failures: [],
      caveats: [],
    });
  });

  it('leaves the rows of what it could not read', () => {
    const failed = page(['eni-1'], { begins: true, cursor: null, failures: [denied('cn-hangzhou')] });
    expect(mergePages([first, failed]).enis).toHaveLength(2);
  });
});
