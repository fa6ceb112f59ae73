import type { ReactNode } from 'react';

type DrawerSectionProps = { title: string; note?: ReactNode; end?: ReactNode; children: ReactNode };

/** A part of the drawer under its own heading. */
export function DrawerSection({ title, note, end, children }: DrawerSectionProps) {
  return (
    <section className="border-line border-b px-4 pt-2 pb-2.5 last:border-b-0">
      <div className="flex min-h-6 items-center gap-1.5 text-ink-3 text-xs">
        <h3 className="font-semibold text-ink-2 in-lang-[zh]:font-normal">{title}</h3>
        {note}
        {end && <span className="ml-auto">{end}</span>}
      </div>
      {children}
    </section>
  );
}
