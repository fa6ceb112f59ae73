/** The value below which a share of the samples lies, by the nearest rank. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (samples: readonly number[]) => percentile(samples, 0.5);
export const p95 = (samples: readonly number[]) => percentile(samples, 0.95);
export const p99 = (samples: readonly number[]) => percentile(samples, 0.99);

/** The slope of the line through points that has the least squares. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
}

const digits = (value: number) => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);

/** A time in ms, for reading. */
export function time(ms: number): string {
  return ms >= 2000 ? `${(ms / 1000).toFixed(digits(ms / 1000))} s` : `${ms.toFixed(digits(ms))} ms`;
}

/** Times in ms as their median and 95th percentile. */
export function times(samples: readonly number[]): string {
  return samples.length === 0 ? 'none' : `${time(median(samples))}, p95 ${time(p95(samples))}`;
}

export const factor = (value: number) => `${value.toFixed(2)}×`;
