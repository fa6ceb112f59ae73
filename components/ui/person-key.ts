/**
 * A name under which this browser keeps something for the signed-in person alone, so that the next person does not get
 * it. Without sign-in it is the name itself. The page says who that is, and the person changes only with a page load.
 */
export function personal(name: string): string {
  const key = typeof document === 'undefined' ? undefined : document.documentElement.dataset.person;
  return key ? `${name}.${key}` : name;
}

const OURS = /^eni_atlas/;
let hasForgotten = false;

/** Whether this page has cleared the browser's storage: a later write while it closes would restore something. */
export const isForgetting = (): boolean => hasForgotten;

/** Removes everything of the dashboard that this browser keeps, for any person. */
export async function forgetBrowser(): Promise<void> {
  hasForgotten = true;
  try {
    for (const name of Object.keys(window.localStorage))
      if (OURS.test(name)) window.localStorage.removeItem(name);
    window.sessionStorage.clear();
    for (const { name = '' } of await window.indexedDB.databases())
      if (OURS.test(name)) window.indexedDB.deleteDatabase(name);
  } catch {
    // Forbidden to this page, so nothing was kept; the dashboard's response also clears what it can.
  }
}
