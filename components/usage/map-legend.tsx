import { useTranslations } from 'next-intl';

const KEYS = [
  { id: 'free', look: 'border-2 border-ink bg-map-free' },
  { id: 'fragmented', look: 'bg-map-secondary/25' },
  { id: 'full', look: 'bg-map-primary' },
  { id: 'delegated', look: 'bg-map-prefix' },
  { id: 'reserved', look: 'bg-map-reserved/50' },
] as const;

/** What the blocks look like, in words. */
export function MapLegend() {
  const t = useTranslations('usage');
  return (
    <ul aria-label={t('legend')} className="flex shrink-0 flex-wrap gap-x-3 gap-y-1 py-2 text-ink-2 text-xs">
      {KEYS.map(({ id, look }) => (
        <li key={id} className="flex items-center gap-1.5 whitespace-nowrap">
          <span
            aria-hidden="true"
            className={`grid size-3.5 place-items-center text-2xs text-map-glyph leading-none ${look}`}
          >
            {id === 'delegated' && 'P'}
            {/* Not a gradient: printers make other colours of it. */}
            {id === 'fragmented' && <span className="h-2/5 w-full self-end bg-map-primary" />}
          </span>
          {t(`blockState.${id}`)}
        </li>
      ))}
    </ul>
  );
}
