'use client';

import type { ReactNode } from 'react';
import { useFocusHeirs } from '@/components/keys/use-focus-heirs';
import { useWholeTitles } from '@/components/ui/use-whole-titles';
import { SkipLink } from './skip-link';
import { usePageTitle } from './use-page-title';

type ViewFrameProps = { children: ReactNode };

/**
 * The frame of a view: its bars stay in place and its content scrolls. If the window is too low for that, as at 200 %
 * and more, the page scrolls and its bars with it.
 */
export function ViewFrame({ children }: ViewFrameProps) {
  useFocusHeirs();
  useWholeTitles();
  return (
    <div className="flex h-dvh min-w-0 flex-col overflow-hidden short:h-auto short:overflow-visible print:h-auto print:overflow-visible">
      <SkipLink />
      {children}
    </div>
  );
}

type ViewMainProps = {
  title: string;
  /** The part of its view that is shown, for the title of the page; null if it shows all. */
  subject?: string | null;
  children: ReactNode;
};

/** The content of a view, under its name. In a low window it is as tall as its content, and never under six rows. */
export function ViewMain({ title, subject = null, children }: ViewMainProps) {
  usePageTitle(title, subject);
  return (
    <main
      id="list"
      tabIndex={-1}
      className="flex min-h-0 flex-1 flex-col outline-none short:h-[max(100dvh,22rem)] short:flex-none print:block"
    >
      <h1 className="sr-only">{title}</h1>
      {children}
    </main>
  );
}
