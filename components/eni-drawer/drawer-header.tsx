'use client';

import { useTranslations } from 'next-intl';
import { StatusMark } from '@/components/eni-parts/status-mark';
import { Button, buttonClass } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Icon } from '@/components/ui/icon';
import { WholeText } from '@/components/ui/short-id';
import { shortenMiddle } from '@/components/ui/shorten-middle';
import { consoleLink } from '@/lib/eni/console-link';
import type { Eni } from '@/lib/eni/eni';
import { visibleText } from '@/lib/eni/visible-text';

type DrawerHeaderProps = {
  id: string;
  titleId: string;
  eni: Eni | null;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
  onClose: () => void;
};

const ICON = { look: 'quiet', size: 'small-icon' } as const;

/** Which ENI this is, its state, and the links: the rows before and after, the cloud's console, close. */
export function DrawerHeader({ id, titleId, eni, onPrevious, onNext, onClose }: DrawerHeaderProps) {
  const t = useTranslations('drawer');
  const console = eni && consoleLink(eni);
  const name = eni?.name ? visibleText(eni.name) : shortenMiddle(id, 12, 6);
  return (
    <header className="border-line border-b py-2.5 pr-3 pl-4">
      <div className="flex items-start gap-1">
        <h2 id={titleId} className="mr-auto min-w-0 font-semibold text-lg [overflow-wrap:anywhere]">
          <bdi>{name}</bdi>
        </h2>
        <Button
          {...ICON}
          disabled={!onPrevious}
          onClick={onPrevious ?? undefined}
          aria-label={t('previous')}
          title={t('previous')}
        >
          <Icon name="up" />
        </Button>
        <Button
          {...ICON}
          disabled={!onNext}
          onClick={onNext ?? undefined}
          aria-label={t('next')}
          title={t('next')}
        >
          <Icon name="down" />
        </Button>
        {console && (
          <a
            href={console}
            target="_blank"
            rel="noopener noreferrer"
            className={buttonClass(ICON)}
            aria-label={t('console')}
            title={t('console')}
          >
            <Icon name="out" />
          </a>
        )}
        <Button {...ICON} onClick={onClose} aria-label={t('close')} title={t('close')}>
          <Icon name="cross" />
        </Button>
      </div>
      <div className="flex min-w-0 items-center gap-3">
        {eni?.status && <StatusMark status={eni.status} />}
        {eni?.type && <span className="text-ink-2">{eni.type}</span>}
        <span className="flex min-w-0 items-center gap-1">
          <span className="truncate font-mono text-ink-2 text-xs leading-5" title={id}>
            <WholeText text={id} shown={shortenMiddle(id)} />
          </span>
          <CopyButton text={id} what={id} />
        </span>
      </div>
    </header>
  );
}
