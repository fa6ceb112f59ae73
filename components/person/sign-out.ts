import { forgetBrowser } from '@/components/ui/person-key';

/** The sign-in address that returns to this page. A full load: a router would prefetch it before the user clicks. */
export function signInHref(isAnother = false): string {
  const { pathname, search } = window.location;
  const query = new URLSearchParams({
    returnTo: `${pathname}${search}`,
    ...(isAnother && { another: 'true' }),
  });
  return `/auth/login?${query}`;
}

/**
 * Ends the session, and continues to the provider if the session must end there too.
 * @param forget removes everything of the dashboard that this browser keeps, for any person
 * @returns whether the dashboard confirmed it
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
