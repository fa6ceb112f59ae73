const YEAR = 365 * 24 * 3600;

/** Remembers a choice of this browser for the next page it asks for; an empty value forgets it. */
export function setCookie(name: string, value: string): void {
  const age = value === '' ? 0 : YEAR;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve
  document.cookie = `${name}=${value}; path=/; max-age=${age}; samesite=lax`;
}
