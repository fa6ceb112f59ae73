import { useTranslations } from 'next-intl';
import type { DiscoveredAddresses } from '@/lib/eni/told';
import type { Measures } from '@/lib/usage/measure';

/** The note on addresses taken by something other than the ENIs read: which are identified, and how many are not. */
export function DarkNote({
  measures: { dark, named },
  discovered,
}: {
  measures: Measures;
  discovered: DiscoveredAddresses | null;
}) {
  const t = useTranslations('usage');
  const unnamed = Math.max(0, (dark ?? 0) - named);
  const action = discovered?.unavailable[0]?.action;
  if (unnamed === 0 && named === 0) return null;
  return (
    <p className="shrink-0 pb-1.5 text-ink-2 text-xs">
      {named > 0 && t('namedHint', { count: named })} {unnamed > 0 && t('darkHint', { count: unnamed })}{' '}
      {unnamed > 0 &&
        action !== undefined &&
        t.rich('darkGrant', { action: () => <code className="font-mono">{action}</code> })}
    </p>
  );
}
