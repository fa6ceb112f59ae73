'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { KeyCaps } from '@/components/keys/key-caps';
import { KeyLine, KeyRow } from '@/components/keys/key-row';
import { useOwnKeys } from '@/components/keys/keys-in-effect';
import { useSingleKeys } from '@/components/keys/single-keys';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { COMMAND_IDS, type CommandId, commandBy, FIXED_IDS, fixedBy, PLACE_IDS } from '@/lib/keys/commands';
import { changedCommands, keysInEffect, type OwnKeys, resetAllKeys } from '@/lib/keys/own-keys';

/** The working keys, by place; the reader can change them in place. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('keys');
  const [hasSingle, setHasSingle] = useSingleKeys();
  const [own, setOwn] = useOwnKeys();
  const [editing, setEditing] = useState<CommandId | null>(null);
  const [isKept, setKept] = useState(true);
  const keys = keysInEffect(own);
  const save = (next: OwnKeys) => setKept(setOwn(next));
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-50 grid place-items-center bg-scrim p-4"
    >
      <Modal className="max-h-full w-full max-w-120 overflow-auto rounded-lg border border-line-strong bg-raised shadow-dialog">
        <Dialog className="p-4 outline-none">
          <div className="flex items-center justify-between">
            <Heading slot="title" className="font-semibold text-lg">
              {t('title')}
            </Heading>
            <Button look="quiet" size="icon" aria-label={t('close')} onClick={onClose}>
              <Icon name="cross" />
            </Button>
          </div>
          <p className="mb-2 text-ink-3 text-xs">{t('intro')}</p>
          {PLACE_IDS.map((place) => (
            <section key={place} className="border-line border-t py-2">
              <h3 className="text-ink-3 text-xs">{t(`place.${place}`)}</h3>
              <dl className="grid grid-cols-[1fr_auto] pt-1">
                {COMMAND_IDS.filter((id) => commandBy(id).place === place).map((id) => (
                  <KeyRow
                    key={id}
                    id={id}
                    keys={keys[id]}
                    own={own}
                    isEditing={editing === id}
                    onEdit={setEditing}
                    onOwn={save}
                  />
                ))}
                {FIXED_IDS.filter((id) => fixedBy(id).place === place).map((id) => (
                  <KeyLine key={id} label={t(`fixed.${id}`)}>
                    <span className="flex justify-end gap-1 pr-1.25">
                      {fixedBy(id).keys.map((each) => (
                        <KeyCaps key={each} keys={each} />
                      ))}
                    </span>
                  </KeyLine>
                ))}
              </dl>
            </section>
          ))}
          <div className="flex flex-wrap items-center justify-between gap-2 border-line border-t pt-3">
            <label className="flex cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                className="h-3.5 w-3.5 accent-accent"
                checked={hasSingle}
                onChange={(event) => setHasSingle(event.target.checked)}
              />
              {t('singleKeys')}
            </label>
            {changedCommands(keys).length > 0 && (
              <Button size="small" onClick={() => save(resetAllKeys(own))}>
                {t('resetAll')}
              </Button>
            )}
          </div>
          <p role="status" className="text-warn">
            {isKept ? '' : t('notKept')}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
