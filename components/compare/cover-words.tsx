'use client';

import { useTranslations } from 'next-intl';
import { ClockTime } from '@/components/ui/clock-time';
import { FileTime } from './file-time';
import type { CompareSide } from './use-compare-side';

/** How much of a side is known, and as of when. */
export function CoverLine({ now }: { now: CompareSide }) {
  const t = useTranslations('compare.cover');
  const count = now.side?.enis.length ?? 0;
  const moment = now.takenAt ?? '';
  const time = () =>
    now.choice.kind === 'file' ? <FileTime moment={moment} /> : <ClockTime moment={moment} />;
  switch (now.cover) {
    case 'whole':
    case 'file':
    case 'filePart':
    case 'fileOther':
      return <>{t.rich(now.cover, { count, time })}</>;
    case 'unread':
      return <>{t('unread', { count, places: now.unreadCount })}</>;
    case 'reading':
      return (
        <>{t('reading', { count: now.choice.kind === 'file' ? count : now.scan.reading.enis.length })}</>
      );
    case 'stopped':
      return <>{t('stopped', { count })}</>;
    default:
      return <>{t(now.cover)}</>;
  }
}

/** The same in a few words, for a side that is not known whole; null for a whole one. */
export function useCoverShort(): (now: CompareSide) => string | null {
  const t = useTranslations('compare.coverShort');
  return (now) => {
    switch (now.cover) {
      case 'whole':
      case 'file':
        return null;
      case 'reading':
      case 'stopped':
        return t(now.cover, { count: now.scan.reading.enis.length });
      case 'unread':
        return t('unread', { places: now.unreadCount });
      default:
        return t(now.cover);
    }
  };
}
