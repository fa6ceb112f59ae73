import type { ReactNode } from 'react';

type SectionProps = {
  id?: string;
  title: string;
  /** The note of what the section's figures cover. */
  coverage: ReactNode;
  /** At the right of the head. */
  end?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A part of the overview: its name, what it covers, and where to see all of it. */
export function Section({ id, title, coverage, end, children, className = '' }: SectionProps) {
  return (
    <section
      id={id}
      aria-label={title}
      tabIndex={id ? -1 : undefined}
      className={`min-w-0 outline-none ${className}`}
    >
      <header className="flex h-8 items-center gap-2 max-[720px]:h-auto max-[720px]:flex-wrap max-[720px]:gap-y-0 max-[720px]:pt-2.5 max-[720px]:pb-1.5">
        <h2 className="shrink-0 font-semibold text-base">{title}</h2>
        <span className="min-w-0 truncate text-ink-3 text-xs max-[720px]:order-3 max-[720px]:w-full max-[720px]:whitespace-normal max-[720px]:leading-4 print:whitespace-normal">
          {coverage}
        </span>
        <span className="ml-auto flex shrink-0 items-center gap-3 text-xs">{end}</span>
      </header>
      {children}
    </section>
  );
}
