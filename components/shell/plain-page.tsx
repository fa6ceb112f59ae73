import type { ReactNode } from 'react';
import { Brand } from './brand';
import { SkipLink } from './skip-link';

/** A page with a few words and a link onwards. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col bg-surface">
      <SkipLink isOfList={false} />
      <header className="flex h-bar shrink-0 items-center border-line border-b px-4">
        <Brand />
      </header>
      <main
        id="list"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-140 flex-col items-start gap-3 px-4 pt-24 outline-none"
      >
        <h1 className="font-semibold text-lg">{title}</h1>
        {children}
      </main>
    </div>
  );
}
