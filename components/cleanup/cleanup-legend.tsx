import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Dashes, HeavyBox, Plus, Ring } from './marks';

const BOX = { x: 0, y: 0, width: 14, height: 14 } as const;

const SIGNS = {
  goes: <Ring x={0} y={0} size={14} isStruck />,
  freed: (
    <>
      <HeavyBox {...BOX} />
      <Plus x={7} y={7} />
    </>
  ),
  free: <HeavyBox {...BOX} />,
  idle: <Ring x={0} y={0} size={14} isStruck={false} />,
  share: (
    <>
      <rect {...BOX} className="fill-map-free stroke-map-grid" />
      <rect x={0} y={9} width={14} height={5} className="fill-map-primary" />
      <rect x={0} y={4} width={14} height={4} className="fill-map-idle" />
    </>
  ),
  primary: (
    <>
      <rect {...BOX} className="fill-map-primary" />
      <path d="M0 0h6.2L0 6.2z" className="fill-map-glyph-inv" />
    </>
  ),
  secondary: (
    <>
      <rect {...BOX} className="fill-map-secondary" />
      <path d="M2 7h10" className="stroke-map-glyph" />
    </>
  ),
  prefix: (
    <>
      <rect {...BOX} className="fill-map-prefix" />
      <text x={7} y={11} textAnchor="middle" className="fill-map-glyph font-semibold text-2xs">
        P
      </text>
    </>
  ),
  reservation: <Dashes x={1} y={1} width={12} height={12} />,
} as const satisfies Record<string, ReactNode>;

/** What the maps look like, in words. */
export function CleanupLegend() {
  const t = useTranslations('cleanup.legend');
  return (
    <ul aria-label={t('label')} className="flex flex-wrap gap-x-3 gap-y-1 pt-2 pb-1.5 text-ink-2 text-xs">
      {(Object.keys(SIGNS) as (keyof typeof SIGNS)[]).map((id) => (
        <li key={id} className="flex items-center gap-1.5 whitespace-nowrap">
          <svg width="14" height="14" aria-hidden="true">
            {SIGNS[id]}
          </svg>
          {t(id)}
        </li>
      ))}
    </ul>
  );
}
