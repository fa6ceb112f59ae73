'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useMedia } from '@/components/ui/use-media';
import type { FacetListProps } from './facet-list';
import { NO_RAIL } from './facet-rail';
import { useFacetKeys } from './use-facet-keys';
import { useFacetTaste } from './use-facet-taste';

const FacetSheet = dynamic(() => import('./facet-sheet').then((file) => file.FacetSheet), { ssr: false });

/** Shows hidden facets again, or opens them over the table if there is no room for a rail. */
export function FacetsButton(props: Omit<FacetListProps, 'children'>) {
  const t = useTranslations('facets');
  const { isHidden, setHidden } = useFacetTaste();
  const hasNoRoom = useMedia(NO_RAIL);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const show = () => (hasNoRoom ? setOpen(true) : setHidden(false));
  useFacetKeys(show, hasNoRoom);
  return (
    <>
      <Button
        ref={button}
        data-focus-name="facets"
        look="quiet"
        size="small"
        aria-haspopup={hasNoRoom ? 'dialog' : undefined}
        onClick={show}
        className={isHidden ? '' : 'min-[1180px]:hidden'}
      >
        <Icon name="facets" />
        {t('label')}
      </Button>
      {isOpen && hasNoRoom && <FacetSheet {...props} anchor={button} onClose={() => setOpen(false)} />}
    </>
  );
}
