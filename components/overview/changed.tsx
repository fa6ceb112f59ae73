'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { SinceTime } from '@/components/changes/since-time';
import type { Changes } from '@/components/changes/use-changes';
import { Button } from '@/components/ui/button';
import { changesHash } from '@/lib/changes/changes-hash';
import { type Eni, eniKey } from '@/lib/eni/eni';
import { shownName } from '@/lib/eni/visible-text';
import type { VSwitch } from '@/lib/eni/vswitch';
import { type ChangeDetail, changedRows } from '@/lib/overview/changed';
import { routes } from '@/lib/queries/routes';
import type { Search } from '@/lib/search/search';
import { DEFAULT_VIEW } from '@/lib/search/view';
import { Section } from './section';

const GLYPHS = {
  new: '+',
  gone: '−',
  status: '≠',
  instance: '⊸',
  moved: '⇄',
  added: '⊕',
  removed: '⊖',
  name: '≈',
} as const;

type ChangedProps = { changes: Changes; search: Search; enis: readonly Eni[]; vSwitches: readonly VSwitch[] };

/** The most notable detail of the changes of a kind, in words. */
function useDetail(vSwitches: readonly VSwitch[]) {
  const t = useTranslations('overview');
  return (detail: ChangeDetail): string => {
    switch (detail.is) {
      case 'inVSwitch': {
        const vSwitch = vSwitches.find(({ id }) => id === detail.id);
        const name = shownName(vSwitch ?? { name: null, id: detail.id });
        return t('detail.inVSwitch', { count: detail.count, name });
      }
      case 'inPlace':
        return t('detail.inPlace', { count: detail.count, place: detail.place });
      case 'nowIs':
        return t('detail.nowIs', { count: detail.count, status: detail.status ?? '–' });
      case 'nowOn':
        return t('detail.nowOn', { address: detail.address, eni: detail.eni });
      case 'one':
        return detail.eni;
    }
  };
}

/** What changed since the last look at the scope, by kind; each kind links to the list of its ENIs. */
export function Changed({ changes, search, enis, vSwitches }: ChangedProps) {
  const t = useTranslations('overview');
  const words = useTranslations('changes');
  const { number } = useFormatter();
  const detail = useDetail(vSwitches);
  const { against, listed } = changes;
  const rows = useMemo(() => {
    if (against === null) return null;
    return changedRows(listed, new Map(enis.map((eni) => [eniKey(eni), eni])));
  }, [against, listed, enis]);
  const scope = { accounts: search.accounts, regions: search.regions, terms: [] };
  return (
    <Section
      title={t('changed')}
      coverage={
        against === null
          ? t('firstLook')
          : t.rich(search.terms.length > 0 ? 'sinceAll' : 'since', {
              time: () => <SinceTime moment={against.takenAt} />,
            })
      }
      end={
        rows !== null &&
        rows.length > 0 && (
          <Button
            look="quiet"
            size="small"
            title={words('markSeenText')}
            onClick={changes.markSeen}
            className="print:hidden"
          >
            {words('markSeen')}
          </Button>
        )
      }
    >
      <ul>
        {rows?.map(({ key, count, detail: most }) => (
          <li key={key}>
            <Link
              href={`${routes.explorer({ search: scope, view: DEFAULT_VIEW })}${changesHash(key)}`}
              prefetch={false}
              className="flex h-7 items-center gap-2 border-line border-b -outline-offset-2 hover:bg-hover"
            >
              <span aria-hidden="true" className="w-3 text-center text-ink-2">
                {GLYPHS[key]}
              </span>
              <b className="min-w-7 text-end font-medium">{number(count)}</b>
              <span className="min-w-19 whitespace-nowrap">{t(`kind.${key}`, { count })}</span>
              <span className="min-w-0 flex-1 truncate text-ink-2">
                <bdi>{detail(most)}</bdi>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {rows?.length === 0 && <p className="pb-2 text-ink-2">{words('nothing')}</p>}
    </Section>
  );
}
