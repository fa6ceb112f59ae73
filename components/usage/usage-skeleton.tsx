import { useTranslations } from 'next-intl';

/** The shape of the tiles before the vSwitches are here. */
export function UsageSkeleton() {
  const t = useTranslations('usage');
  return (
    <div aria-busy="true" className="min-h-0 flex-1 overflow-hidden bg-canvas p-4">
      <p className="sr-only">{t('loading')}</p>
      {[18, 11, 7].map((tiles) => (
        <div key={tiles} aria-hidden="true" className="pb-4">
          <span className="my-2 block h-2 w-40 rounded-xs bg-line" />
          <div className="grid grid-cols-[repeat(auto-fill,minmax(46px,1fr))] gap-1">
            {Array.from({ length: tiles }, (_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the tiles have nothing else and never move
              <span key={at} className="h-10 rounded-xs bg-line" />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
