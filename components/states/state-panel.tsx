import type { ReactNode } from 'react';

type StatePanelProps = {
  mark?: ReactNode;
  title: string;
  /** Role of the title alone, which screen readers announce at once; the text beneath it is there to be read. */
  role?: 'alert';
  children: ReactNode;
};

/** Shown instead of rows: a title, what it means, what to do. */
export function StatePanel({ mark, title, children, role }: StatePanelProps) {
  return (
    <div className="flex min-h-0 flex-1 justify-center overflow-auto bg-surface px-4 py-16 max-[720px]:py-8">
      <section className="flex h-fit w-full max-w-[520px] flex-col gap-3 text-ink-2">
        <div role={role}>
          <h2 className="flex items-center gap-2 font-semibold text-ink text-lg">
            {mark}
            {title}
          </h2>
        </div>
        {children}
      </section>
    </div>
  );
}
