/** The tab stop of a list of rows: in a grid the one that it keeps, in a plain list the first one so marked. */
const STOPS = 'main :is([data-grid] [tabindex="0"], [data-walked])';

/**
 * Gives the focus to the list of the page.
 * @returns whether there is one
 */
export function focusRows(): boolean {
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)];
  const stop = stops.find((each) => each.offsetParent !== null);
  stop?.focus();
  return stop !== undefined;
}
