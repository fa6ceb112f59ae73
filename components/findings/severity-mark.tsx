import type { Severity } from '@/lib/findings/finding';

const LOOKS: Record<Severity, { path: string; isFilled: boolean; className: string }> = {
  high: { path: 'M6 1.2 11.2 10.6H.8z', isFilled: true, className: 'text-danger' },
  medium: { path: 'M6 .8 11.2 6 6 11.2.8 6z', isFilled: true, className: 'text-warn' },
  low: { path: 'M2 2h8v8H2z', isFilled: false, className: 'text-ink-2' },
  info: { path: 'M2 6h8', isFilled: false, className: 'text-ink-3' },
  data: { path: 'M6 1.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8z', isFilled: false, className: 'text-ink-2' },
};

/** How much a finding matters, by shape first: triangle, diamond, square, dash; a circle is a data problem. `isPlain`: in the colour of the text around it. */
export function SeverityMark({ severity, isPlain = false }: { severity: Severity; isPlain?: boolean }) {
  const { path, isFilled, className } = LOOKS[severity];
  return (
    <svg
      viewBox="0 0 12 12"
      width={12}
      height={12}
      aria-hidden="true"
      className={`shrink-0 ${isPlain ? '' : className}`}
    >
      <path d={path} fill={isFilled ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth={1.5} />
    </svg>
  );
}
