'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/components/keys/use-command';
import { Button } from '@/components/ui/button';
import { setCookie } from '@/components/ui/cookies';
import { Icon } from '@/components/ui/icon';
import { THEME_COOKIE, type Theme } from './theme';

const NEXT = { system: 'light', light: 'dark', dark: 'system' } as const;
const ICONS = { system: 'themeSystem', light: 'sun', dark: 'moon' } as const;
const WORDS = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;

/** Cycles light, dark, system; with words if it `isLine` of a menu. Changes this page in place, the cookie the next. */
export function ThemeButton({ theme, isLine = false }: { theme: Theme | null; isLine?: boolean }) {
  const t = useTranslations('shell');
  const [choice, setChoice] = useState<keyof typeof NEXT>(theme ?? 'system');
  const label = t('themeNow', { theme: t(WORDS[choice]) });
  const change = () => {
    const next = NEXT[choice];
    setChoice(next);
    setCookie(THEME_COOKIE, next === 'system' ? '' : next);
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
  };
  useCommand('theme', change);
  return (
    <Button
      look="quiet"
      size={isLine ? 'normal' : 'icon'}
      aria-label={isLine ? undefined : label}
      title={label}
      onClick={change}
    >
      <Icon name={ICONS[choice]} />
      {isLine && label}
    </Button>
  );
}
