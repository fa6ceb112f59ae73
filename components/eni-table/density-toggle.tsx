'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Density } from '@/lib/search/view';

export type DensityToggleProps = { density: Density; onChange: (density: Density) => void };

/** Compact rows or relaxed ones. */
export function DensityToggle({ density, onChange }: DensityToggleProps) {
  const t = useTranslations('table');
  const isRelaxed = density === 'relaxed';
  return (
    <Button
      look="quiet"
      size="small-icon"
      aria-pressed={isRelaxed}
      aria-label={t('relaxed')}
      title={t('relaxed')}
      className="max-[720px]:hidden aria-pressed:bg-sunken"
      onClick={() => onChange(isRelaxed ? 'compact' : 'relaxed')}
    >
      <Icon name={isRelaxed ? 'rowsRelaxed' : 'rows'} />
    </Button>
  );
}
