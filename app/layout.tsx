import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { MeProvider } from '@/components/person/me';
import { Providers } from '@/components/shell/providers';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';
import { sharedMessages } from '@/lib/i18n/view-messages';
import { meOf, personOf } from '@/lib/server/me';
import { reachOfPage } from '@/lib/server/page-visit';
import './globals.css';

export const viewport: Viewport = { colorScheme: 'light dark' };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  return {
    title: { default: t('title'), template: t.raw('titleWith').replace('{what}', '%s') },
    description: t('description'),
    robots: { index: false, follow: false },
    // Addresses and serial numbers must not turn into links to the phone.
    formatDetection: { telephone: false, address: false, date: false },
  };
}

/** The nonce that the guard put into the policy of this answer; the primitives write one style element with it. */
async function readNonce(): Promise<string | undefined> {
  const policy = (await headers()).get('content-security-policy');
  return /'nonce-([^']+)'/.exec(policy ?? '')?.[1];
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const nonce = await readNonce();
  const person = personOf(await headers());
  const me = person && meOf(person);
  const { profiles, ...reach } = await reachOfPage();
  const shared = sharedMessages(await getMessages());
  return (
    <html
      lang={locale}
      data-theme={theme ?? undefined}
      // What this browser stores belongs to this person, and to nobody else.
      data-person={me?.key}
      // The time of the server, for ages: the browser's clock may differ.
      data-served={Date.now()}
      suppressHydrationWarning
    >
      <head>{nonce && <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />}</head>
      <body>
        <NextIntlClientProvider messages={shared}>
          <MeProvider me={me}>
            <Providers locale={locale} profiles={profiles} reach={reach}>
              {children}
            </Providers>
          </MeProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
