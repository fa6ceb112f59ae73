'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { PodsHost } from '@/components/pods/pods-host';
import { type Reach, ReachProvider } from '@/components/ui/within';

const newQueryClient = () =>
  new QueryClient({
    defaultOptions: { queries: { refetchOnWindowFocus: false, refetchOnReconnect: false } },
  });

/** One query client a browser, one a request on the server; the language of accessible primitives. */
export function Providers({
  locale,
  reach,
  children,
}: {
  locale: string;
  /** What who looks may. */
  reach: Reach;
  children: ReactNode;
}) {
  const [client] = useState(newQueryClient);
  return (
    <I18nProvider locale={locale}>
      <QueryClientProvider client={client}>
        <ReachProvider reach={reach}>
          {children}
          <PodsHost />
        </ReachProvider>
      </QueryClientProvider>
    </I18nProvider>
  );
}
