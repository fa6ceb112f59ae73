/** The signs of the maps, at a place of the drawing; what each means is in the legend. */

type Box = { x: number; y: number; width: number; height: number };

/** A block that is wholly free. */
export function HeavyBox({ x, y, width, height }: Box) {
  return (
    <rect
      x={x + 1}
      y={y + 1}
      width={width - 2}
      height={height - 2}
      className="fill-none stroke-2 stroke-ink"
    />
  );
}

/** Becomes free. */
export function Plus({ x, y, size = 3 }: { x: number; y: number; size?: number }) {
  return (
    <path d={`M${x - size} ${y}h${size * 2}M${x} ${y - size}v${size * 2}`} className="stroke-2 stroke-ink" />
  );
}

/** An idle ENI; struck through if it becomes free. */
export function Ring({ x, y, size, isStruck }: { x: number; y: number; size: number; isStruck: boolean }) {
  return (
    <g className="fill-none stroke-2 stroke-map-idle">
      <circle cx={x + size / 2} cy={y + size / 2} r={size / 2 - 2} />
      {isStruck && <path d={`M${x + 1} ${y + size - 1}L${x + size - 1} ${y + 1}`} />}
    </g>
  );
}

/** Kept by the cloud. */
export function Hatch({ x, y, width, height }: Box) {
  return <rect x={x} y={y} width={width} height={height} fill="url(#cleanup-hatch)" />;
}

/** The pattern that {@link Hatch} is filled with, once a page. */
export function HatchPattern() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <defs>
        <pattern
          id="cleanup-hatch"
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0v4" className="stroke-2 stroke-map-reserved" />
        </pattern>
      </defs>
    </svg>
  );
}

/** A CIDR reservation: prefixes can be had only there. */
export function Dashes({ x, y, width, height }: Box) {
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      strokeDasharray="4 3"
      className="fill-none stroke-[1.4] stroke-ink-2"
    />
  );
}
