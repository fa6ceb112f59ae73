'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button, buttonClass } from '@/components/ui/button';
import { CopyTextButton } from '@/components/ui/copy-text-button';
import { Icon } from '@/components/ui/icon';

type SelectionBarProps = {
  /** `10.0.0.16 – .47` */
  said: string;
  addresses: number;
  free: number;
  enis: number;
  /** The ENIs that hold addresses of it, in the explorer. */
  href: string;
  /** The selection as text: an address a line. */
  text: () => string;
  onCsv: () => void;
  onClear: () => void;
};

/** What has been picked on the map, and what can be done with it. */
export function SelectionBar({ said, addresses, free, enis, href, text, onCsv, onClear }: SelectionBarProps) {
  const t = useTranslations('usage');
  return (
    <section
      aria-label={t('selection')}
      className="flex flex-wrap items-center gap-2 rounded-sm border border-accent-line bg-accent-wash px-2 py-1 text-xs"
    >
      <b className="font-medium font-mono text-mono">{said}</b>
      <span className="text-ink-2">{t('selectionFacts', { addresses, free, enis })}</span>
      <span className="ml-auto flex items-center gap-1.5">
        <Link href={href} prefetch={false} className={buttonClass({ size: 'small' })}>
          {t('selectionFilter')}
        </Link>
        <CopyTextButton size="small" text={text}>
          {t('selectionCopy')}
        </CopyTextButton>
        <Button size="small" onClick={onCsv}>
          {t('csv')}
        </Button>
        <Button look="quiet" size="small-icon" aria-label={t('selectionClear')} onClick={onClear}>
          <Icon name="cross" />
        </Button>
      </span>
    </section>
  );
}
