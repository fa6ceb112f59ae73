import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { getMessages } from 'next-intl/server';
import { MoreMessages } from '@/components/shell/more-messages';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';
import { SignInPage } from '@/components/sign-in/sign-in-page';
import { signInContext } from '@/lib/server/sign-in/page-context';

export default async function Page() {
  const context = signInContext();
  if (context === null) notFound();
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const { signIn } = await getMessages();
  return (
    <MoreMessages messages={{ signIn }}>
      <SignInPage theme={theme} {...context} returnTo="/" isSignedOut />
    </MoreMessages>
  );
}
