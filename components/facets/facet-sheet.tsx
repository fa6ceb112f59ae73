'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Button } from '@/components/ui/button';
import { FacetList, type FacetListProps } from './facet-list';

type FacetSheetProps = Omit<FacetListProps, 'children'> & {
  anchor: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
};

/** The facets over the table. It stays while values are chosen. */
export function FacetSheet({ anchor, onClose, ...props }: FacetSheetProps) {
  const t = useTranslations('facets');
  return (
    <Popover
      isOpen
      triggerRef={anchor}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom end"
      offset={4}
      className="overflow-hidden rounded-md border border-line-strong bg-raised shadow-pop"
    >
      <Dialog
        aria-label={t('label')}
        className="max-h-[min(640px,80vh)] w-72 max-w-[calc(100vw-24px)] overflow-y-auto text-sm outline-none"
      >
        <FacetList {...props}>
          <Button look="quiet" size="small" onClick={onClose}>
            {t('close')}
          </Button>
        </FacetList>
      </Dialog>
    </Popover>
  );
}
