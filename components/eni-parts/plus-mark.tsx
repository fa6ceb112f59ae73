import type { ReactNode } from 'react';

/** A small mark beside a value for what it brings along: `+9`, `/28 ×4`. */
export function PlusMark({ title, children }: { title: string; children: ReactNode }) {
  return (
    <span
      title={title}
      className="ml-1.5 shrink-0 rounded-xs border border-line bg-sunken px-1 text-2xs text-ink-2 leading-[14px] group-aria-[current=true]/row:border-accent-line group-aria-[current=true]/row:bg-surface"
    >
      <span aria-hidden="true">{children}</span>
      <span className="sr-only">{title}</span>
    </span>
  );
}
