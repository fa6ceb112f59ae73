import { cleanName, freeId, LONGEST_NAME, MOST_VIEWS, type SavedView, type SavedViews } from './saved-views';

/** The name, with a number behind it where another view has it. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  for (let number = 2; ; number += 1) {
    const mark = ` (${number})`;
    const numbered = `${name.slice(0, LONGEST_NAME - mark.length).trimEnd()}${mark}`;
    if (!taken.includes(numbered)) return numbered;
  }
}

const namesOf = (views: readonly SavedView[]) => views.map(({ name }) => name);

const withViews = (saved: SavedViews, views: SavedView[]): SavedViews => ({ ...saved, views });

const change = (saved: SavedViews, id: string, fields: Partial<SavedView>) =>
  withViews(
    saved,
    saved.views.map((view) => (view.id === id ? { ...view, ...fields } : view)),
  );

/** With a new view at the end, and that view; null where there is no room or no name. */
export function addView(
  saved: SavedViews,
  given: Pick<SavedView, 'name' | 'query'>,
  now: Date,
): { saved: SavedViews; view: SavedView } | null {
  const name = cleanName(given.name);
  if (name === '' || saved.views.length >= MOST_VIEWS) return null;
  const view = {
    id: freeId(saved.views),
    name: freeName(name, namesOf(saved.views)),
    query: given.query,
    createdAt: now.toISOString(),
    isDefault: false,
  };
  return { saved: withViews(saved, [...saved.views, view]), view };
}

/** With another name, numbered where it is taken; unchanged for an empty one. */
export function renameView(saved: SavedViews, id: string, text: string): SavedViews {
  const name = cleanName(text);
  const others = saved.views.filter((view) => view.id !== id);
  return name === '' ? saved : change(saved, id, { name: freeName(name, namesOf(others)) });
}

/** With what is seen now under the same name. */
export function updateView(saved: SavedViews, id: string, query: string): SavedViews {
  return change(saved, id, { query });
}

export function removeView(saved: SavedViews, id: string): SavedViews {
  return withViews(
    saved,
    saved.views.filter((view) => view.id !== id),
  );
}

/** Puts a removed view back where it was, as it was but for what others have taken meanwhile. */
export function restoreView(saved: SavedViews, view: SavedView, at: number): SavedViews {
  const isTaken = saved.views.some(({ id }) => id === view.id);
  const back = {
    ...view,
    id: isTaken ? freeId(saved.views) : view.id,
    name: freeName(view.name, namesOf(saved.views)),
    isDefault: view.isDefault && !saved.views.some(({ isDefault }) => isDefault),
  };
  return withViews(saved, saved.views.toSpliced(at, 0, back));
}

/** Makes one view the default, or with null none. */
export function setDefaultView(saved: SavedViews, id: string | null): SavedViews {
  return withViews(
    saved,
    saved.views.map((view) => ({ ...view, isDefault: view.id === id })),
  );
}

/** The result of a file: views added, views that existed already, entries that are none, views without room. */
export type Merged = { saved: SavedViews; added: number; known: number; unread: number; left: number };

/**
 * Adds the views of a file. One that is there under the same name is not added again; a name that another view has gets
 * a number. What the explorer opens with stays as it is.
 */
export function mergeViews(saved: SavedViews, file: SavedViews): Merged {
  const views = [...saved.views];
  const counts = { added: 0, known: 0, unread: file.unread.length, left: 0 };
  for (const view of file.views) {
    if (views.some(({ name, query }) => name === view.name && query === view.query)) counts.known += 1;
    else if (views.length >= MOST_VIEWS) counts.left += 1;
    else {
      const isTaken = views.some(({ id }) => id === view.id);
      const id = isTaken ? freeId(views) : view.id;
      views.push({ ...view, id, name: freeName(view.name, namesOf(views)), isDefault: false });
      counts.added += 1;
    }
  }
  return { saved: withViews(saved, views), ...counts };
}
