import { forgetBrowser } from '@/components/ui/person-key';

/** Where to sign in so that it goes on from here. A full load: a router would ask for it before anybody clicks. */
export function signInHref(isAnother = false): string {
  const { pathname, search } = window.location;
  const query = new URLSearchParams({
    returnTo: `${pathname}${search}`,
    ...(isAnother && { another: 'true' }),
  });
  return `/auth/login?${query}`;
}

/**
 * Ends the session, and goes where that ends at the provider as well.
 * @param forget removes everything that this browser keeps of the dashboard, whoever kept it
 * @returns whether the dashboard has said so
 */
export async function signOut({ forget = false, goOn = true } = {}): Promise<boolean> {
  try {
    const response = await fetch('/auth/logout', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ forget }),
    });
    if (!response.ok) return false;
    const { location } = await response.json();
    if (forget) await forgetBrowser();
    if (goOn) window.location.assign(String(location));
    return true;
  } catch {
    return false;
  }
}
