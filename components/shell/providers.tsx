'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { type CliProfiles, CliProfilesHost } from '@/components/commands/cli-profiles';
import { PodsHost } from '@/components/pods/pods-host';
import { type Reach, ReachProvider } from '@/components/ui/within';
import { useSafeAddress } from '@/components/url-state/use-safe-address';

const newQueryClient = () =>
  new QueryClient({
    defaultOptions: { queries: { refetchOnWindowFocus: false, refetchOnReconnect: false } },
  });

type ProvidersProps = {
  locale: string;
  profiles: CliProfiles;
  /** What the reader may see and do. */
  reach: Reach;
  children: ReactNode;
};

/** One query client per browser, or per request on the server; the language of accessible primitives; CLI profiles. */
export function Providers({ locale, profiles, reach, children }: ProvidersProps) {
  const [client] = useState(newQueryClient);
  useSafeAddress();
  return (
    <I18nProvider locale={locale}>
      <QueryClientProvider client={client}>
        <ReachProvider reach={reach}>
          <CliProfilesHost profiles={profiles}>{children}</CliProfilesHost>
          <PodsHost />
        </ReachProvider>
      </QueryClientProvider>
    </I18nProvider>
  );
}
