import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { render } from 'vitest-browser-react';
import '@/app/globals.css';
import en from '@/lib/i18n/en.json';

/** Draws a component as a page has it: English, with styles, in a window that it may fill. */
export function draw(node: ReactNode) {
  return render(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <div className="flex h-[700px] flex-col">{node}</div>
      </QueryClientProvider>
    </NextIntlClientProvider>,
  );
}
