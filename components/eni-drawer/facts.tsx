import type { ReactNode } from 'react';

/** Labels and values, one per line. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[104px_minmax(0,1fr)]">{children}</dl>;
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="group/line col-span-2 grid grid-cols-subgrid">
      <dt className="text-ink-3 text-xs leading-6">{label}</dt>
      <dd className="flex min-h-6 min-w-0 flex-wrap items-center gap-x-1.5">{children}</dd>
    </div>
  );
}
