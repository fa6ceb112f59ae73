'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { PodsHost } from '@/components/pods/pods-host';
import { useSafeAddress } from '@/components/url-state/use-safe-address';

const newQueryClient = () =>
  new QueryClient({
    defaultOptions: { queries: { refetchOnWindowFocus: false, refetchOnReconnect: false } },
  });

/** One query client a browser, one a request on the server; the language of accessible primitives. */
export function Providers({ locale, children }: { locale: string; children: ReactNode }) {
  const [client] = useState(newQueryClient);
  useSafeAddress();
  return (
    <I18nProvider locale={locale}>
      <QueryClientProvider client={client}>
        {children}
        <PodsHost />
      </QueryClientProvider>
    </I18nProvider>
  );
}
