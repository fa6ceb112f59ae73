'use client';

import { useFormatter } from 'next-intl';

/** A size in bytes as people read it. */
export function useSizeWords(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    const [unit, size] =
      bytes < 1000
        ? (['byte', 1] as const)
        : bytes < 1e6
          ? (['kilobyte', 1000] as const)
          : (['megabyte', 1e6] as const);
    return format.number(bytes / size, {
      style: 'unit',
      unit,
      unitDisplay: unit === 'byte' ? 'long' : 'short',
      maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
    });
  };
}
