/**
 * The day of a moment in UTC, `YYYY-MM-DD`, whatever zone it is written in: the day that the filter `created` means.
 * Text that is no moment is returned as it is.
 */
export function dayOf(moment: string): string {
  const at = new Date(moment);
  return Number.isNaN(at.valueOf()) ? moment : at.toISOString().slice(0, 10);
}

/** A moment in a zone, year first and 24 hours in every language, and the zone: `2026-01-02 02:00:00 UTC+8`. */
export function stampOf(moment: string, timeZone: string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.valueOf())) return moment;
  const text = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone }).format(
    at,
  );
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at);
  const zone = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  return `${text} ${zone.replace('GMT', 'UTC').replace(/\+0$/, '')}`;
}
