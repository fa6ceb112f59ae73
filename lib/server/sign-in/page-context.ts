import 'server-only';
import { config } from '../config/config';
import { providerName } from '../me';

/** What the pages of signing in show; null where there is no sign-in, and so no such page. */
export function signInContext(): { mode: 'oidc' | 'password' | 'proxy'; provider: string | null } | null {
  const { mode } = config().signIn;
  return mode === 'none' ? null : { mode, provider: providerName() };
}
