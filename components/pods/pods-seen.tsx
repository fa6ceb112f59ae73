'use client';

import { useTranslations } from 'next-intl';
import type { PodsRead } from '@/lib/pods/pod';
import { MOST_CHARACTERS } from '@/lib/pods/read-pods';

/** How many of the unread lines are spelled out. */
const SPELLED = 3;

/** The lines of a text that were read, and those that were not. */
export function PodsSeen({ read, isTooLong }: { read: PodsRead | null; isTooLong: boolean }) {
  const t = useTranslations('pods');
  if (isTooLong)
    return (
      <p role="alert" className="text-danger">
        {t('tooLong', { size: MOST_CHARACTERS / 1_000_000 })}
      </p>
    );
  if (read === null)
    return (
      <p role="alert" className="text-danger">
        {t('notPods')}
      </p>
    );
  const { pods, unread } = read;
  const addresses = new Set(pods.flatMap((pod) => pod.addresses)).size;
  const host = pods.filter(({ hostNetwork }) => hostNetwork).length;
  return (
    <>
      <p>{t('read', { pods: pods.length, addresses, host })}</p>
      {unread.length > 0 && (
        <div className="text-warn text-xs">
          {t('unread', { count: unread.length })}
          <ul>
            {unread.slice(0, SPELLED).map(({ line, text }) => (
              <li key={line} className="truncate">
                {t('line', { line })} <code className="font-mono text-ink">{text}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
