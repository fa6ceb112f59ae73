import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Providers } from '@/components/shell/providers';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';
import { sharedMessages } from '@/lib/i18n/view-messages';
import { accounts, cliProfileOf } from '@/lib/server/accounts';
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
  const profiles = accounts().map((account) => [account.name, cliProfileOf(account)] as const);
  const shared = sharedMessages(await getMessages());
  return (
    <html lang={locale} data-theme={theme ?? undefined} suppressHydrationWarning>
      <head>{nonce && <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />}</head>
      <body>
        <NextIntlClientProvider messages={shared}>
          <Providers locale={locale} profiles={profiles}>
            {children}
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
