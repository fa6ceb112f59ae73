'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '@/components/keys/use-command';
import { useMedia } from '@/components/ui/use-media';
import { FacetList, type FacetListProps } from './facet-list';
import { useFacetKeys } from './use-facet-keys';
import { useFacetTaste } from './use-facet-taste';

/** There is no room for a rail beside the table. */
export const NO_RAIL = '(width < 1180px)';

/** The facets at the left of the table; nothing where they are hidden or there is no room. */
export function FacetRail(props: Omit<FacetListProps, 'children'>) {
  const t = useTranslations('facets');
  const { isHidden, setHidden } = useFacetTaste();
  const hasNoRoom = useMedia(NO_RAIL);
  useFacetKeys(() => setHidden(false), !hasNoRoom);
  useCommand('toggleRail', () => setHidden(!isHidden), { enabled: !hasNoRoom });
  if (isHidden || hasNoRoom) return null;
  return (
    <aside
      aria-label={t('label')}
      data-focus-to="facets"
      className="w-rail shrink-0 overflow-y-auto overscroll-contain border-line border-r bg-canvas text-sm [scrollbar-width:thin] max-[1180px]:hidden print:hidden"
    >
      <FacetList {...props}>
        <button
          type="button"
          aria-label={t('hideLabel')}
          onClick={() => setHidden(true)}
          className="h-6 cursor-pointer rounded-xs text-accent hover:underline"
        >
          {t('hide')}
        </button>
      </FacetList>
    </aside>
  );
}
