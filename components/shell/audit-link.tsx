'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { useIsAuditor } from '@/components/ui/within';
import { VIEW_LINK } from './view-links';

/** Links to the audit trail, for people who may read it. */
export function AuditLink({ look, isCurrent = false }: { look: 'bar' | 'menu'; isCurrent?: boolean }) {
  const t = useTranslations('shell');
  if (!useIsAuditor() && !isCurrent) return null;
  return (
    <Link
      href="/audit"
      prefetch={false}
      aria-current={isCurrent ? 'page' : undefined}
      className={`flex text-ink-2 hover:text-ink ${VIEW_LINK[look]}`}
    >
      {look === 'menu' && <Icon name="lock" />}
      {t('audit')}
    </Link>
  );
}
