import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addView,
  freeName,
  mergeViews,
  removeView,
  renameView,
  restoreView,
  setDefaultView,
  updateView,
} from './change-views';
import { LONGEST_NAME, MOST_VIEWS, NO_VIEWS, type SavedViews } from './saved-views';

const NOW = new Date('2026-12-01T08:00:00Z');

function saved(...names: string[]): SavedViews {
  return names.reduce((all, name) => addView(all, { name, query: `q=${name}` }, NOW)?.saved ?? all, NO_VIEWS);
}

const namesOf = ({ views }: SavedViews) => views.map(({ name }) => name);

describe('saved views', () => {
  it('are added with a name of their own', () => {
    expect(namesOf(saved('Idle', 'Idle', 'Idle (2)', ' \n'))).toEqual(['Idle', 'Idle (2)', 'Idle (2) (2)']);
    expect(saved('Idle').views[0]).toEqual({
      id: 'v1',
      name: 'Idle',
      query: 'q=Idle',
      createdAt: '2026-12-01T08:00:00.000Z',
      isDefault: false,
    });
    const full = { ...NO_VIEWS, views: Array.from({ length: MOST_VIEWS }, () => saved('a').views).flat() };
    expect(addView(full, { name: 'b', query: '' }, NOW)).toBeNull();
  });

  it('are renamed, updated and made the default', () => {
    const two = saved('A', 'B');
    expect(namesOf(renameView(two, 'v1', 'B'))).toEqual(['B (2)', 'B']);
    expect(namesOf(renameView(two, 'v1', 'A'))).toEqual(['A', 'B']);
    expect(renameView(two, 'v1', ' ')).toBe(two);
    expect(updateView(two, 'v2', 'eip=true').views[1]?.query).toBe('eip=true');
    const chosen = setDefaultView(setDefaultView(two, 'v1'), 'v2');
    expect(chosen.views.map(({ isDefault }) => isDefault)).toEqual([false, true]);
    expect(setDefaultView(chosen, null).views.some(({ isDefault }) => isDefault)).toBe(false);
  });

  it('come back from removal as they were', () => {
    const three = setDefaultView(saved('A', 'B', 'C'), 'v2');
    const [, second] = three.views;
    if (second === undefined) throw new Error('three views');
    const without = removeView(three, 'v2');
    expect(namesOf(without)).toEqual(['A', 'C']);
    expect(restoreView(without, second, 1)).toEqual(three);
    const meanwhile = addView(without, { name: 'B', query: 'q=other' }, NOW)?.saved ?? without;
    const after = restoreView(setDefaultView(meanwhile, 'v1'), second, 1);
    expect(namesOf(after)).toEqual(['A', 'B (2)', 'C', 'B']);
    expect(new Set(after.views.map(({ id }) => id)).size).toBe(4);
    expect(after.views.filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });
});

describe('a file of views', () => {
  it('is added: same names get a number, the same view comes once, the default stays', () => {
    const own = setDefaultView(saved('A', 'B'), 'v2');
    const file = setDefaultView({ ...saved('A', 'B', 'C'), unread: [{}] }, 'v1');
    const other = updateView(file, 'v2', 'eip=true');
    const { saved: merged, ...counts } = mergeViews(own, other);
    expect(counts).toEqual({ added: 2, known: 1, unread: 1, left: 0 });
    expect(namesOf(merged)).toEqual(['A', 'B', 'B (2)', 'C']);
    expect(merged.views.map(({ isDefault }) => isDefault)).toEqual([false, true, false, false]);
    expect(merged.unread).toEqual([]);
  });

  it('keeps what is there, whatever it holds; every id and name stays one of a kind; twice is once', () => {
    const names = fc.array(fc.constantFrom('A', 'A (2)', 'B', '名'.repeat(LONGEST_NAME)), { maxLength: 8 });
    fc.assert(
      fc.property(names, names, (own, file) => {
        const before = saved(...own);
        const { saved: after } = mergeViews(before, saved(...file));
        expect(after.views.slice(0, before.views.length)).toEqual(before.views);
        expect(new Set(after.views.map(({ id }) => id)).size).toBe(after.views.length);
        expect(new Set(namesOf(after)).size).toBe(after.views.length);
        expect(mergeViews(after, after)).toMatchObject({ saved: after, added: 0 });
      }),
    );
  });

  it('numbers a name that leaves no room for the number', () => {
    const name = 'x'.repeat(LONGEST_NAME);
    expect(freeName(name, [name])).toBe(`${'x'.repeat(LONGEST_NAME - 4)} (2)`);
  });
});
