'use client';

import { useTranslations } from 'next-intl';
import { forgetUnreadBasket } from '@/components/basket/kept-basket';
import { Button } from '@/components/ui/button';
import { CopyTextButton } from '@/components/ui/copy-text-button';
import { Icon } from '@/components/ui/icon';
import type { BasketIssue } from '@/lib/cleanup/basket';

/** The browser's storage holds something that is no basket: it is left as it is until the reader decides. */
export function UnreadStrip({ issue, text }: { issue: BasketIssue; text: string }) {
  const t = useTranslations('cleanup');
  return (
    <section
      aria-label={t('unread.label')}
      className="flex shrink-0 flex-wrap items-center gap-2 border-warn-line border-y bg-warn-wash px-4 py-1.5 max-[720px]:px-3"
    >
      <span className="text-warn">
        <Icon name="warn" />
      </span>
      <p className="min-w-0 flex-1">{t(`unread.${issue}`)}</p>
      <CopyTextButton size="small" text={text}>
        {t('unread.copy')}
      </CopyTextButton>
      <Button size="small" onClick={forgetUnreadBasket}>
        {t('unread.forget')}
      </Button>
    </section>
  );
}
