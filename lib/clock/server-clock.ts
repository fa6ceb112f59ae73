/** Less than this many ms apart, two clocks are one: a `Date` header is of whole seconds, and answers are on their way. */
const SAME = 2_000;

let ahead = 0;
let isStarted = false;

/**
 * Takes the time from the dashboard, so that ages do not depend on the browser's clock, which may be wrong by years.
 * @param time a `Date` header, or ms since 1970; anything that is no time is ignored
 * @param at when the browser heard it, by its own clock, in ms
 */
export function hearServerTime(time: string | number | null | undefined, at: number = Date.now()): void {
  const said = typeof time === 'string' ? Date.parse(time) : time;
  if (said === null || said === undefined || Number.isNaN(said)) return;
  isStarted = true;
  if (Math.abs(said - at - ahead) >= SAME) ahead = said - at;
}

/** When the page itself came, by its own word; asked for once, as later answers know better. */
function hearPage(): void {
  isStarted = true;
  if (typeof document === 'undefined') return;
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const since = Math.max(0, performance.now() - (navigation?.responseStart ?? performance.now()));
  hearServerTime(Number(document.documentElement.dataset.served || Number.NaN), Date.now() - since);
}

/**
 * Now by the clock of the dashboard, in ms: the one that moments of answers are compared with, for ages, ends of
 * sessions and filters of age.
 */
export function serverNow(): number {
  if (!isStarted) hearPage();
  return Date.now() + ahead;
}
