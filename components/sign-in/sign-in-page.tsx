import { useTranslations } from 'next-intl';
import type { Theme } from '@/components/shell/theme';
import { Door } from './door';
import { PasswordForm } from './password-form';
import { ProviderButton } from './provider-button';

type SignInPageProps = {
  theme: Theme | null;
  mode: 'oidc' | 'password' | 'proxy';
  provider: string | null;
  /** Where the reader continues after sign-in. */
  returnTo: string;
  /** The reader has just signed out here. */
  isSignedOut?: boolean;
};

const SAYS = { oidc: 'sayProvider', password: 'sayPassword', proxy: 'sayProxy' } as const;

/** The page for signing in, and the page after signing out. */
export function SignInPage({ theme, mode, provider, returnTo, isSignedOut = false }: SignInPageProps) {
  const t = useTranslations('signIn');
  return (
    <Door theme={theme} title={isSignedOut ? t('signedOutTitle') : t('title')}>
      <p className="mt-1.5 mb-5 text-pretty text-ink-2">{isSignedOut ? t('signedOutSay') : t(SAYS[mode])}</p>
      {mode === 'oidc' && <ProviderButton provider={provider ?? ''} returnTo={returnTo} />}
      {mode === 'password' && <PasswordForm returnTo={returnTo} />}
    </Door>
  );
}
