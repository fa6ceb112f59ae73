const YEAR = 365 * 24 * 3600;

/** The cookies that this page may read, as the browser spells them; none if it may not, as in a sandboxed frame. */
export function readCookies(): string {
  try {
    return document.cookie;
  } catch {
    return '';
  }
}

/**
 * Remembers a choice of this browser for the next page that it requests; an empty value forgets it. If the browser
 * keeps nothing for this page, the choice lasts as long as the page.
 */
export function setCookie(name: string, value: string): void {
  const age = value === '' ? 0 : YEAR;
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve
    document.cookie = `${name}=${value}; path=/; max-age=${age}; samesite=lax`;
  } catch {
    // Forbidden to this page.
  }
}
