const two = (value: number) => String(Math.abs(value)).padStart(2, '0');

/**
 * A moment with the time zone that it is written in: `2026-04-09 10:32:05 +08:00`.
 * @param minutesEast the zone, as `-new Date().getTimezoneOffset()` says it
 */
export function zonedTime(iso: string, minutesEast: number): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return iso;
  const local = new Date(at + minutesEast * 60_000).toISOString();
  const zone = `${minutesEast < 0 ? '-' : '+'}${two(Math.trunc(minutesEast / 60))}:${two(minutesEast % 60)}`;
  return `${local.slice(0, 10)} ${local.slice(11, 19)} ${zone}`;
}
