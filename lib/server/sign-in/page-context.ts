import 'server-only';
import { config } from '../config/config';
import { providerName } from '../me';

/** The data for the sign-in pages; null where there is no sign-in, and so no such page. */
export function signInContext(): { mode: 'oidc' | 'password' | 'proxy'; provider: string | null } | null {
  const { mode } = config().signIn;
  return mode === 'none' ? null : { mode, provider: providerName() };
}
