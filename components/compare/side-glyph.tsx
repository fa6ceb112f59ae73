const FILLS = {
  here: 'M1 1h5v8H1z',
  there: 'M6 1h5v8H6z',
  both: 'M1 1h10v8H1z',
  apart: 'M3.2 1v8M6 1v8M8.8 1v8',
  none: '',
} as const;

/** Which side has it: a box with that half filled. Stripes if both sides have it and differ. */
export function SideGlyph({ fill }: { fill: keyof typeof FILLS }) {
  return (
    <svg viewBox="0 0 12 10" width={12} height={10} aria-hidden="true" className="shrink-0 text-ink-2">
      <rect
        x={0.75}
        y={0.75}
        width={10.5}
        height={8.5}
        rx={1.5}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
      />
      <path
        d={FILLS[fill]}
        fill={fill === 'apart' ? 'none' : 'currentColor'}
        stroke={fill === 'apart' ? 'currentColor' : 'none'}
        strokeWidth={1.2}
      />
    </svg>
  );
}
