'use client';

const NAME = 'eni_atlas_link';
/** The longest link that is kept, in characters. */
const LONGEST = 16_384;

/** The page that continues to a link that the browser has kept. */
export const KEPT_LINK = '/auth/resume';

const isPath = (text: string) => /^\/(?![/\\])/.test(text) && !/^\/auth\//.test(text);

/** The address of this page, which was opened in place of a link; the browser keeps it until after the sign-in. */
export function longLink(): string | null {
  const { pathname, search } = window.location;
  const link = `${pathname}${search}`;
  if (!isPath(link) || link.length > LONGEST) return null;
  try {
    window.sessionStorage.setItem(NAME, link);
    return link;
  } catch {
    return null;
  }
}

/** The link that this tab has kept; it can be taken once. */
export function takeLongLink(): string {
  try {
    const link = window.sessionStorage.getItem(NAME) ?? '/';
    window.sessionStorage.removeItem(NAME);
    return isPath(link) ? link : '/';
  } catch {
    return '/';
  }
}
