'use client';

import { useTranslations } from 'next-intl';
import { Hint } from '@/components/hints/hint';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

type ChangesButtonProps = { isListed: boolean; onList: (isListed: boolean) => void };

/** Opens the list of what changed, where one can also compare with a file. */
export function ChangesButton({ isListed, onList }: ChangesButtonProps) {
  const t = useTranslations('changes');
  return (
    <Hint id="changes">
      {(describedBy) => (
        <Button
          look="quiet"
          size="small"
          aria-expanded={isListed}
          data-focus-name="changes"
          aria-describedby={describedBy}
          aria-label={t('button')}
          onClick={() => onList(!isListed)}
        >
          <Icon name="delta" />
          <span className="max-[1180px]:hidden">{t('button')}</span>
        </Button>
      )}
    </Hint>
  );
}
