/**
 * A name under which this browser keeps something, for the person who is signed in alone: what one has kept is not the
 * next one's. Without sign-in it is the name itself. The page says who that is, and changes hands only by being loaded.
 */
export function personal(name: string): string {
  const key = typeof document === 'undefined' ? undefined : document.documentElement.dataset.person;
  return key ? `${name}.${key}` : name;
}

const OURS = /^eni_atlas/;
let hasForgotten = false;

/** Whether this page has removed what the browser keeps: what it would still write on its way out would come back. */
export const isForgetting = (): boolean => hasForgotten;

/** Removes everything that this browser keeps of the dashboard, whoever has kept it. */
export async function forgetBrowser(): Promise<void> {
  hasForgotten = true;
  try {
    for (const name of Object.keys(window.localStorage))
      if (OURS.test(name)) window.localStorage.removeItem(name);
    window.sessionStorage.clear();
    for (const { name = '' } of await window.indexedDB.databases())
      if (OURS.test(name)) window.indexedDB.deleteDatabase(name);
  } catch {
    // Forbidden to this page, so nothing was kept; the answer of the dashboard clears what it can as well.
  }
}
