'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { GivenPods } from './open-pods';
import { PodsForm } from './pods-form';
import { PodsKept } from './pods-kept';
import { usePodLists } from './use-pods';

export type PodsDialogProps = { given: GivenPods | null; onClose: () => void };

/** Takes kubectl's pod output, says what was read of it, and keeps it in this browser until the user removes it. */
export function PodsDialog({ given, onClose }: PodsDialogProps) {
  const t = useTranslations('pods');
  const { isKept } = usePodLists();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-50 grid place-items-center bg-scrim p-4"
    >
      <Modal className="max-h-full w-full max-w-170 overflow-auto rounded-lg border border-line-strong bg-raised shadow-dialog">
        <Dialog className="flex flex-col gap-3 p-4 outline-none">
          <div className="flex items-center justify-between gap-3">
            <Heading slot="title" className="font-semibold text-lg">
              {t('title')}
            </Heading>
            <Button look="quiet" size="icon" aria-label={t('close')} onClick={onClose}>
              <Icon name="cross" />
            </Button>
          </div>
          <p className="text-pretty text-ink-2">
            {t.rich('intro', {
              code: () => <code className="font-mono text-mono text-ink">kubectl get pods -A -o wide</code>,
            })}
          </p>
          <PodsForm key={given?.text ?? ''} given={given} />
          {!isKept && (
            <p role="alert" className="rounded-sm border border-warn-line bg-warn-wash px-2.5 py-1.5">
              {t('notKept')}
            </p>
          )}
          <PodsKept />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
