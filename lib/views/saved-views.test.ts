import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSavedViews, MOST_VIEWS, parseSavedViews, type SavedViews } from './saved-views';

function read(given: unknown): SavedViews {
  const parsed = parseSavedViews(typeof given === 'string' ? given : JSON.stringify(given));
  if ('issue' in parsed) throw new Error(parsed.issue);
  return parsed;
}

describe('saved views as they are kept', () => {
  it('read back as they were written', () => {
    const saved = read({
      version: 1,
      views: [
        {
          id: 'v1',
          name: '空闲',
          query: 'status=Available',
          createdAt: '2026-12-01T00:00:00.000Z',
          isDefault: true,
        },
      ],
    });
    expect(saved.views[0]).toEqual({
      id: 'v1',
      name: '空闲',
      query: 'status=Available',
      createdAt: '2026-12-01T00:00:00.000Z',
      isDefault: true,
    });
    expect(read(formatSavedViews(saved))).toEqual(saved);
  });

  it('of an older version, or by hand, need a name and a query only', () => {
    const { views } = read({
      views: [
        { name: ' Idle\nones ', query: '?status=Available#x' },
        { name: 'B', query: '' },
      ],
    });
    expect(views).toEqual([
      { id: 'v1', name: 'Idle ones', query: 'status=Available%23x', createdAt: null, isDefault: false },
      { id: 'v2', name: 'B', query: '', createdAt: null, isDefault: false },
    ]);
  });

  it('of a newer version keep what this one does not know', () => {
    const newer = {
      version: 7,
      folders: ['audit'],
      views: [
        { id: 'v1', name: 'A', query: 'colour=red', createdAt: null, isDefault: false, folder: 'audit' },
        { id: 'v2', kind: 'smart' },
      ],
    };
    expect(read(newer).unread).toEqual([{ id: 'v2', kind: 'smart' }]);
    expect(JSON.parse(formatSavedViews(read(newer)))).toEqual(newer);
  });

  it('have one default and every id once', () => {
    const view = { id: 'v1', name: 'A', query: 'q=a', isDefault: true };
    const { views } = read({ views: [view, view, { ...view, id: 'v3' }] });
    expect(views.map(({ id }) => id)).toEqual(['v1', 'v2', 'v3']);
    expect(views.map(({ isDefault }) => isDefault)).toEqual([true, false, false]);
  });

  it('keep those for which there is no room', () => {
    const views = Array.from({ length: MOST_VIEWS + 3 }, (_, at) => ({ name: `view ${at}`, query: 'q=a' }));
    expect(read({ views }).views).toHaveLength(MOST_VIEWS);
    expect(read({ views }).unread).toHaveLength(3);
  });

  it.each([
    ['', 'not_json'],
    ['{"version":1,"views":[', 'not_json'],
    ['[]', 'no_views'],
    ['{"version":1}', 'no_views'],
    ['{"version":"1","views":[]}', 'no_views'],
    ['null', 'no_views'],
    [`"${'x'.repeat(4_000_000)}"`, 'too_long'],
  ])('that are none say so: %#', (text, issue) => expect(parseSavedViews(text)).toEqual({ issue }));

  it('never throw, and lose nothing once read', () => {
    const entry = fc.oneof(
      fc.record(
        {
          id: fc.string(),
          name: fc.string(),
          query: fc.string(),
          isDefault: fc.boolean(),
          more: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), fc.jsonValue(), (views, more) => {
        const saved = read({ views, more });
        expect(saved.views.length + saved.unread.length).toBe(views.length);
        expect(read(formatSavedViews(saved))).toEqual(saved);
      }),
    );
  });
});
