'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { CaveatNotes } from '@/components/states/caveat-notes';
import { ProblemState } from '@/components/states/problem-state';
import { StatePanel } from '@/components/states/state-panel';
import { Button, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { VSwitch } from '@/lib/eni/vswitch';
import { routes } from '@/lib/queries/routes';
import { DEFAULT_VIEW } from '@/lib/search/view';
import { measure } from '@/lib/usage/measure';
import { occupancyOf } from '@/lib/usage/occupancy';
import { BlockMap } from './block-map';
import { DataProblems } from './data-problems';
import { Figures } from './figures';
import { MapLegend } from './map-legend';
import { RunsTable } from './runs-table';
import { searchOf, useVSwitchEnis } from './use-vswitch-enis';

type VSwitchPaneProps = { id: string; vSwitch: VSwitch | null; onClose: () => void };

/** One vSwitch, or that the scope has none of this id. */
export function VSwitchPane({ id, vSwitch, onClose }: VSwitchPaneProps) {
  const t = useTranslations('usage');
  return (
    <section
      aria-label={t('pane', { name: vSwitch?.name ?? id })}
      className="flex min-h-0 min-w-0 flex-col bg-surface"
    >
      <header className="flex min-h-11 flex-wrap items-center gap-x-2.5 gap-y-1 px-5 py-1.5 max-[720px]:px-3">
        <h2 className="min-w-0 truncate font-semibold text-lg">
          {vSwitch?.name ? <bdi>{vSwitch.name}</bdi> : <span className="font-mono text-sm">{id}</span>}
        </h2>
        {vSwitch && (
          <>
            <span className="font-mono text-ink-2 text-xs">{vSwitch.cidrBlock}</span>
            <span className="truncate text-ink-3 text-xs">
              {[vSwitch.vpcName ?? vSwitch.vpcId, vSwitch.zoneId].filter((part) => part !== null).join(' · ')}
              {vSwitch.shared && ` · ${t('shared')}`}
            </span>
          </>
        )}
        <span className="ml-auto flex items-center gap-2">
          {vSwitch && (
            <Link
              href={routes.explorer({ search: searchOf(vSwitch), view: DEFAULT_VIEW })}
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
        <VSwitchUsage vSwitch={vSwitch} />
      ) : (
        <StatePanel title={t('noSuchTitle')}>
          <p>{t('noSuchText', { id })}</p>
        </StatePanel>
      )}
    </section>
  );
}

function VSwitchUsage({ vSwitch }: { vSwitch: VSwitch }) {
  const t = useTranslations('usage');
  const { reading, problem, retry } = useVSwitchEnis(vSwitch);
  const { enis, complete } = reading;
  const occupancy = useMemo(() => (complete ? occupancyOf(vSwitch, enis) : null), [vSwitch, enis, complete]);
  if (problem) return <ProblemState problem={problem} onRetry={retry} />;
  // A part of the addresses would look like free ones.
  if (occupancy === null)
    return (
      <p role="status" className="px-5 py-4 text-ink-2 max-[720px]:px-3">
        {t('readingEnis', { count: enis.length })}
      </p>
    );
  if (typeof occupancy === 'string')
    return (
      <StatePanel title={t('notMeasurable')}>
        <p>{t(`why.${occupancy}`)}</p>
      </StatePanel>
    );
  const measures = measure(vSwitch, occupancy);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <CaveatNotes caveats={reading.caveats} />
      <Figures measures={measures} />
      <DataProblems problems={[...occupancy.problems, ...measures.problems]} />
      <div className="grid min-h-0 flex-1 grid-cols-[auto_minmax(0,1fr)] gap-x-5 pl-5 max-[900px]:grid-cols-1 max-[720px]:pl-3">
        <BlockMap occupancy={occupancy} score={measures.score} />
        <RunsTable occupancy={occupancy} enis={enis} dark={measures.dark} />
      </div>
      <MapLegend />
    </div>
  );
}
