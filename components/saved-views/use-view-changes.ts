'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  addView,
  mergeViews,
  removeView,
  renameView,
  restoreView,
  setDefaultView,
  updateView,
} from '@/lib/views/change-views';
import { MOST_VIEWS, parseSavedViews, type SavedView, type SavedViews } from '@/lib/views/saved-views';
import { changeViews } from './kept-views';
import { setShownView } from './shown-view';
import { whyNoDefault } from './use-default-cookie';
import { savedId } from './use-saved-views';

/** The outcome of the last change. */
export type ViewNews = { text: string; isRefused?: boolean; isKept?: boolean; undo?: () => void };

/** The actions on saved views, and their outcome. Views are identified by their own ids. */
export function useViewChanges(query: string) {
  const t = useTranslations('savedViews');
  const [news, setNews] = useState<ViewNews | null>(null);
  const refuse = (text: string) => setNews({ text, isRefused: true });
  const change = (text: string, make: (saved: SavedViews) => SavedViews) => {
    const made = changeViews((saved) => ({ saved: make(saved) }));
    if (made) setNews({ text, isKept: made.isKept });
  };

  const saveAs = (name: string) => {
    const made = changeViews((saved) => addView(saved, { name, query }, new Date()));
    if (made === null) return refuse(t('noRoom', { most: MOST_VIEWS }));
    setShownView(savedId(made.view.id));
    setNews({ text: t('savedAs', { name: made.view.name }), isKept: made.isKept });
  };
  const restore = (view: SavedView, at: number) =>
    change(t('restored', { name: view.name }), (saved) => restoreView(saved, view, at));
  const remove = (id: string) => {
    const made = changeViews((saved) => {
      const at = saved.views.findIndex((view) => view.id === id);
      const view = saved.views[at];
      return view ? { saved: removeView(saved, id), view, at } : null;
    });
    if (made === null) return;
    const { view, at, isKept } = made;
    setNews({ text: t('deleted', { name: view.name }), isKept, undo: () => restore(view, at) });
  };
  const makeDefault = (view: SavedView) => {
    const why = whyNoDefault(view.query);
    if (why !== null) return refuse(t(`noDefault.${why}`, { name: view.name }));
    change(t('opensWith', { name: view.name }), (saved) => setDefaultView(saved, view.id));
  };
  const importFile = async (file: File) => {
    const parsed = parseSavedViews(await file.text());
    if ('issue' in parsed) return refuse(t(`refused.${parsed.issue}`, { file: file.name }));
    const made = changeViews((saved) => mergeViews(saved, parsed));
    if (made === null) return;
    const { added, known, unread, left, isKept } = made;
    setNews({ text: t('imported', { added, known, unread, left }), isKept });
  };

  const rename = (id: string, name: string) => {
    const made = changeViews((saved) => ({ saved: renameView(saved, id, name) }));
    const after = made?.saved.views.find((view) => view.id === id);
    if (made && after) setNews({ text: t('renamed', { name: after.name }), isKept: made.isKept });
  };

  return {
    news,
    saveAs,
    remove,
    makeDefault,
    importFile,
    rename,
    update: (id: string, name: string) =>
      change(t('updated', { name }), (saved) => updateView(saved, id, query)),
    clearDefault: () => change(t('opensWithAll'), (saved) => setDefaultView(saved, null)),
  };
}
