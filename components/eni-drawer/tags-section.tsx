'use client';

import { useTranslations } from 'next-intl';
import { TagMark } from '@/components/eni-parts/tag-mark';
import type { Eni } from '@/lib/eni/eni';
import { DrawerSection } from './drawer-section';

export function TagsSection({ tags }: { tags: Eni['tags'] }) {
  const t = useTranslations('drawer');
  return (
    <DrawerSection title={t('tags')} note={tags.length > 0 ? tags.length : t('none')}>
      <ul className="flex flex-wrap gap-1">
        {tags.map((tag) => (
          <li key={tag.key} className="flex max-w-full">
            <TagMark tag={tag} />
          </li>
        ))}
      </ul>
    </DrawerSection>
  );
}
