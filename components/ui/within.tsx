'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext } from 'react';
import { Icon } from './icon';

/**
 * What the reader may see: `isLimited`, only a part of the dashboard's data; `isAuditor`, the audit trail too.
 * `isOpenToAll`: everybody else may see the same, as the dashboard asks nobody to sign in.
 */
export type Reach = { isLimited: boolean; isAuditor: boolean; isOpenToAll: boolean };

const ReachContext = createContext<Reach>({ isLimited: false, isAuditor: false, isOpenToAll: false });

/** Tells all components below what the reader may see. */
export function ReachProvider({ reach, children }: { reach: Reach; children: ReactNode }) {
  return <ReachContext value={reach}>{children}</ReachContext>;
}

/** Whether the reader may read the audit trail. */
export function useIsAuditor(): boolean {
  return useContext(ReachContext).isAuditor;
}

/** Whether anyone who reaches the dashboard sees everything, and others are meant to reach it. */
export function useIsOpenToAll(): boolean {
  return useContext(ReachContext).isOpenToAll;
}

/** "Within what you may see", beside a sentence that otherwise would cover everything; nothing if it does. */
export function Within() {
  const t = useTranslations('within');
  return useContext(ReachContext).isLimited ? <span className="text-ink-3">{t('suffix')}</span> : null;
}

/** On every page of a reader who may see only a part: what all of its totals and findings cover. */
export function LimitedBanner() {
  const t = useTranslations('within');
  if (!useContext(ReachContext).isLimited) return null;
  return (
    <aside
      aria-label={t('label')}
      className="flex min-h-7 items-center gap-2 border-line border-b bg-canvas px-4 py-0.5 text-ink-2 text-xs max-[720px]:px-3"
    >
      <Icon name="lock" size={14} />
      {t('banner')}
    </aside>
  );
}
