'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Scan } from '@/components/scan/use-scan';
import { StatePanel } from '@/components/states/state-panel';
import { Button, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { shownName, visibleText } from '@/lib/eni/visible-text';
import type { VSwitch, VSwitchReservation } from '@/lib/eni/vswitch';
import type { Policy } from '@/lib/findings/policy';
import { routes } from '@/lib/queries/routes';
import type { Search } from '@/lib/search/search';
import { DEFAULT_VIEW } from '@/lib/search/view';
import type { UsageView } from '@/lib/views/usage';
import { useLevelFocus } from './use-level-focus';
import { VSwitchUsage } from './vswitch-usage';

type VSwitchPaneProps = {
  id: string;
  /** Null if the scope has none with this id. */
  vSwitch: VSwitch | null;
  reservations: readonly VSwitchReservation[];
  scan: Scan;
  search: Search;
  serverPolicy: Policy;
  view: UsageView;
  onView: (change: Partial<UsageView>, options?: { replace?: boolean }) => void;
  onClose: () => void;
};

/** One vSwitch, or a note that the scope has none with this id. */
export function VSwitchPane({ id, vSwitch, search, onClose, ...usage }: VSwitchPaneProps) {
  const t = useTranslations('usage');
  const pane = useLevelFocus(id);
  return (
    <section
      ref={pane}
      tabIndex={-1}
      aria-label={t('pane', { name: shownName({ name: vSwitch?.name ?? null, id }) })}
      className="flex min-h-0 min-w-0 flex-col overflow-y-auto bg-surface outline-none print:block"
    >
      <header className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 px-5 py-1.5 max-[720px]:px-3">
        <h2 className="min-w-0 truncate font-semibold text-lg">
          {vSwitch?.name ? (
            <bdi>{visibleText(vSwitch.name)}</bdi>
          ) : (
            <span className="font-mono text-sm">{id}</span>
          )}
        </h2>
        {vSwitch && (
          <>
            <span className="font-mono text-ink-2 text-xs">{vSwitch.cidrBlock}</span>
            <span className="truncate text-ink-3 text-xs">
              {[vSwitch.vpcName === null ? vSwitch.vpcId : visibleText(vSwitch.vpcName), vSwitch.zoneId]
                .filter((part) => part !== null)
                .join(' · ')}
              {vSwitch.shared && ` · ${t('shared')}`}
            </span>
          </>
        )}
        <span className="ml-auto flex items-center gap-2">
          {vSwitch && (
            <Link
              href={routes.explorer({ search, view: DEFAULT_VIEW })}
              prefetch={false}
              className={buttonClass({ size: 'small' })}
            >
              {t('toEnis')}
            </Link>
          )}
          <Button look="quiet" size="small-icon" aria-label={t('close')} onClick={onClose}>
            <Icon name="cross" />
          </Button>
        </span>
      </header>
      {vSwitch ? (
        <VSwitchUsage vSwitch={vSwitch} search={search} {...usage} />
      ) : (
        <StatePanel title={t('noSuchTitle')}>
          <p>{t('noSuchText', { id })}</p>
        </StatePanel>
      )}
    </section>
  );
}
