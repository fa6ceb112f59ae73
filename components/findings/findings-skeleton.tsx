import { useTranslations } from 'next-intl';

type FindingsSkeletonProps = {
  /** All rows to judge are here, and the rules run. */
  isRead?: boolean;
};

/** The shape of the list of rules before anything is found. */
export function FindingsSkeleton({ isRead = false }: FindingsSkeletonProps) {
  const t = useTranslations('findings');
  return (
    <div aria-busy="true" className="min-h-0 w-120 max-w-full flex-1 overflow-hidden bg-canvas">
      <p className="sr-only">{t(isRead ? 'judging' : 'loading')}</p>
      {Array.from({ length: 9 }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have nothing else and never move
        <div key={at} aria-hidden="true" className="border-line border-b px-4 py-3">
          <span className="block h-2.5 w-56 rounded-xs bg-line" />
          <span className="mt-2 block h-2 w-32 rounded-xs bg-line" />
        </div>
      ))}
    </div>
  );
}
