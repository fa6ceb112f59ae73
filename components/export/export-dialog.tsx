'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { usePods } from '@/components/pods/use-pods';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Eni } from '@/lib/eni/eni';
import { columnsOf } from '@/lib/export/export-options';
import { isTextFormat } from '@/lib/export/export-text';
import { routes } from '@/lib/queries/routes';
import type { Reading } from '@/lib/search/reading/merge';
import type { Search } from '@/lib/search/search';
import { shownColumns } from '@/lib/search/table/columns';
import { rowShape, type View } from '@/lib/search/view';
import { type Choice, isParted, searchFor, toOptions } from './choice';
import { download } from './download';
import { ExportForm } from './export-form';
import { ExportOutcome } from './export-outcome';
import { ExportProgress } from './export-progress';
import { parted } from './parted';
import { useExpected } from './use-expected';
import { useExport, type Work } from './use-export';
import { writeSelected } from './write-selected';

export type ExportSource = {
  search: Search;
  view: View;
  reading: Reading;
  /** The selected rows; null if none can be selected. */
  selected: readonly Eni[] | null;
};

/** Saves the matching or selected rows as a file: the choice, the progress, and the outcome. */
export function ExportDialog({
  search,
  view,
  reading,
  selected,
  onClose,
}: ExportSource & { onClose: () => void }) {
  const t = useTranslations('export');
  const hasSelected = selected !== null && selected.length > 0;
  const [choice, setChoice] = useState<Choice>({
    what: hasSelected ? 'selected' : 'all',
    format: 'csv',
    shape: rowShape(view.shape),
    columns: 'shown',
    provenance: 'inside',
  });
  const { state, run, reset, keep } = useExport();
  const book = usePods();
  const matching = useExpected(search, reading);
  const isAll = choice.what === 'all' || !hasSelected;
  const enis = isAll ? matching : selected.length;
  // The number of addresses is not known before.
  const expected = choice.shape === 'eni' ? enis : null;

  const work: Work = async (reporting) => {
    const options = toOptions(choice, shownColumns(view.columns, reading.scope));
    const arrival =
      !isAll && isTextFormat(options)
        ? writeSelected(selected, options, { search, reading, book })
        : await download(
            routes.api.export(isAll ? search : searchFor(selected), options),
            options,
            reporting,
          );
    return isParted(choice) ? parted(arrival, columnsOf(options) ?? []) : arrival;
  };
  const isRunning = state.phase === 'running';
  return (
    <ModalOverlay
      isOpen
      isDismissable={!isRunning}
      isKeyboardDismissDisabled={isRunning}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-50 grid place-items-center bg-scrim p-4"
    >
      <Modal className="max-h-full w-full max-w-120 overflow-auto rounded-lg border border-line-strong bg-raised shadow-dialog">
        <Dialog className="p-4 outline-none">
          <div className="mb-2 flex items-center justify-between">
            <Heading slot="title" className="font-semibold text-lg">
              {t('title')}
            </Heading>
            {!isRunning && (
              <Button look="quiet" size="icon" aria-label={t('close')} onClick={onClose}>
                <Icon name="cross" />
              </Button>
            )}
          </div>
          {state.phase === 'choosing' ? (
            <ExportForm
              choice={choice}
              matching={matching}
              selected={selected}
              shown={view.columns.length}
              onChange={setChoice}
              onSubmit={() => run(work)}
              onClose={onClose}
            />
          ) : state.phase === 'running' ? (
            <ExportProgress progress={state.progress} expected={expected} onCancel={reset} />
          ) : (
            <ExportOutcome
              state={state}
              onAgain={() => run(work)}
              onKeep={keep}
              onBack={reset}
              onClose={onClose}
            />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
