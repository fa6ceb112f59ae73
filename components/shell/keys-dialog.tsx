'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Key } from '@/components/ui/key';
import { setSingleKeys, useSingleKeys } from '@/components/ui/single-keys';

const GROUPS: Record<string, Record<string, readonly string[]>> = {
  everywhere: { focusBar: ['/'], refresh: ['R'], help: ['?'], close: ['Esc'] },
  inBar: { apply: ['Enter'], chips: ['←', '→'], openChip: ['Enter', 'Space'], removeChip: ['⌫', 'Del'] },
  onMap: {
    step: ['←', '→', '↑', '↓'],
    pick: ['⇧ ←', '⇧ →'],
    nextFree: ['A'],
    nextFreeBlock: ['F'],
    nextMarked: ['N'],
    goTo: ['/'],
    zoom: ['+', '−'],
  },
  inTable: { walk: ['J', 'K', '↑', '↓'], open: ['Enter'], page: ['PgDn', 'PgUp'], ends: ['Home', 'End'] },
};

/** The keys that work, by place. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell');
  const isOn = useSingleKeys();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-50 grid place-items-center bg-scrim p-4"
    >
      <Modal className="max-h-full w-full max-w-110 overflow-auto rounded-lg border border-line-strong bg-raised shadow-dialog">
        <Dialog className="p-4 outline-none">
          <div className="mb-2 flex items-center justify-between">
            <Heading slot="title" className="font-semibold text-lg">
              {t('keysTitle')}
            </Heading>
            <Button look="quiet" size="icon" aria-label={t('close')} onClick={onClose}>
              <Icon name="cross" />
            </Button>
          </div>
          {Object.entries(GROUPS).map(([group, keys]) => (
            <section key={group} className="border-line border-t py-2">
              <h3 className="text-ink-3 text-xs">{t(`key.${group as 'everywhere'}`)}</h3>
              <dl className="grid grid-cols-[1fr_auto] gap-y-1.5 pt-1">
                {Object.entries(keys).map(([action, presses]) => (
                  <div key={action} className="col-span-2 grid grid-cols-subgrid items-center">
                    <dt>{t(`key.${action}` as 'key.walk')}</dt>
                    <dd className="flex gap-1">
                      {presses.map((press) => (
                        <Key key={press}>{press}</Key>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
          <label className="flex cursor-pointer items-center gap-2 border-line border-t pt-3">
            <input
              type="checkbox"
              className="h-3.5 w-3.5 accent-accent"
              checked={isOn}
              onChange={(event) => setSingleKeys(event.target.checked)}
            />
            {t('singleKeys')}
          </label>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
