'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Button } from '@/components/ui/button';
import type { ExplorerState } from '@/lib/search/view';
import { viewQuery, viewState } from '@/lib/views/view-query';
import { CompareLink } from './compare-link';
import { CurrentActions } from './current-actions';
import { useKeptViews } from './kept-views';
import { NameForm } from './name-form';
import { clearRecent, useRecent } from './recent-list';
import type { CurrentView } from './use-current-view';
import { savedId, useOpenQuery, useSavedViews } from './use-saved-views';
import { useSearchWords } from './use-search-words';
import { useViewChanges } from './use-view-changes';
import { ViewActions } from './view-actions';
import { UnreadViews, ViewFiles } from './view-files';
import { ViewList } from './view-list';
import { ViewsNews } from './views-news';

type ViewsPanelProps = {
  anchor: RefObject<HTMLButtonElement | null>;
  state: ExplorerState;
  query: string;
  current: CurrentView | null;
  onClose: () => void;
};

/** The open form: for a new view, or for the new name of one. */
type Form = { id: string | null; start: string };

function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className="pb-1.5">
      <h3 className="flex min-h-6 items-center justify-between px-3.5 pt-1 text-ink-3 text-xs">
        {title}
        {action}
      </h3>
      {children}
    </section>
  );
}

/** Saved views, ready-made ones, recent searches, and their actions. */
export function ViewsPanel({ anchor, state, query, current, onClose }: ViewsPanelProps) {
  const t = useTranslations('savedViews');
  const { saved: kept, unread } = useKeptViews();
  const { saved, ready } = useSavedViews();
  const recent = useRecent();
  const words = useSearchWords();
  const open = useOpenQuery();
  const changes = useViewChanges(query);
  const [form, setForm] = useState<Form | null>(null);
  const shown = current && !current.isModified ? current.view.id : null;
  const own = kept.views.find(({ id }) => savedId(id) === current?.view.id);
  const searches = recent.map((each, at) => {
    const { filters, scope } = words(each.query);
    // The search of that time, shown in the current way.
    const { search } = viewState(each.query);
    const full = viewQuery({ search, view: state.view });
    return { id: String(at), name: filters, note: scope, run: () => open(full, null) };
  });
  const named = (name: string) => {
    if (form?.id == null) changes.saveAs(name);
    else changes.rename(form.id, name);
    setForm(null);
  };

  return (
    <Popover
      isOpen
      triggerRef={anchor}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom end"
      offset={6}
      className="flex w-92 max-w-[calc(100vw-24px)] rounded-md border border-line-strong bg-raised shadow-pop"
    >
      <Dialog
        aria-label={t('button')}
        className="flex max-h-[min(640px,80vh)] min-h-0 min-w-0 flex-1 flex-col outline-none"
      >
        <UnreadViews />
        <div className="border-line border-b">
          {form ? (
            <NameForm
              key={form.id}
              label={form.id === null ? t('name') : t('rename', { name: form.start })}
              start={form.start}
              onName={named}
              onCancel={() => setForm(null)}
            />
          ) : (
            <CurrentActions
              current={current}
              isSaved={own !== undefined}
              isFixed={unread !== null}
              onSaveAs={() => setForm({ id: null, start: '' })}
              onUpdate={() => own && changes.update(own.id, own.name)}
              onReset={() => current?.view.run()}
            />
          )}
        </div>
        <div className="min-h-0 flex-1 overflow-auto py-1">
          <Section title={t('saved')}>
            {saved.length === 0 ? (
              <p className="px-3.5 text-ink-2">{t('noSaved')}</p>
            ) : (
              <ViewList
                label={t('saved')}
                views={saved}
                currentId={shown}
                isFirst
                onDone={onClose}
                actionsOf={(id) => {
                  const view = kept.views.find((each) => savedId(each.id) === id);
                  return (
                    view && (
                      <ViewActions
                        name={view.name}
                        isDefault={view.isDefault}
                        onDefault={() =>
                          view.isDefault ? changes.clearDefault() : changes.makeDefault(view)
                        }
                        onRename={() => setForm({ id: view.id, start: view.name })}
                        onDelete={() => changes.remove(view.id)}
                      />
                    )
                  );
                }}
              />
            )}
          </Section>
          <Section title={t('readyMade')}>
            <ViewList
              label={t('readyMade')}
              views={ready}
              currentId={shown}
              isFirst={saved.length === 0}
              onDone={onClose}
            />
          </Section>
          {searches.length > 0 && (
            <Section
              title={t('recent')}
              action={
                <Button look="quiet" size="small" onClick={clearRecent}>
                  {t('clear')}
                </Button>
              }
            >
              <ViewList label={t('recent')} views={searches} currentId={null} onDone={onClose} />
            </Section>
          )}
        </div>
        <ViewsNews news={changes.news} />
        <CompareLink search={state.search} />
        <ViewFiles onImport={(file) => void changes.importFile(file)} />
      </Dialog>
    </Popover>
  );
}
