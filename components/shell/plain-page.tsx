import type { ReactNode } from 'react';
import { Brand } from './brand';

/** A page that holds a few words and a way on. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col bg-surface">
      <header className="flex h-bar shrink-0 items-center border-line border-b px-4">
        <Brand />
      </header>
      <main className="mx-auto flex w-full max-w-140 flex-col items-start gap-3 px-4 pt-24">
        <h1 className="font-semibold text-lg">{title}</h1>
        {children}
      </main>
    </div>
  );
}
