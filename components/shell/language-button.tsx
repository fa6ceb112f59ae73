'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { useCommand } from '@/components/keys/use-command';
import { Button } from '@/components/ui/button';
import { setCookie } from '@/components/ui/cookies';
import { LOCALE_COOKIE, type Locale } from '@/lib/i18n/locale';

const OTHER: Record<Locale, Locale> = { en: 'zh-CN', 'zh-CN': 'en' };

/** Switches to the other language; labelled in that language, for readers who cannot read the current one. */
export function LanguageButton() {
  const t = useTranslations('shell');
  const router = useRouter();
  const other = OTHER[useLocale()];
  const [isPending, startTransition] = useTransition();
  const change = () => {
    setCookie(LOCALE_COOKIE, other);
    startTransition(() => router.refresh());
  };
  useCommand('language', change);
  return (
    <Button look="quiet" lang={other} aria-busy={isPending} onClick={change}>
      {t('switchLanguage')}
    </Button>
  );
}
