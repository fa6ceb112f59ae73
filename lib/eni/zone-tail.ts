/**
 * The part of a zone that differs within its region: `h` of `cn-hangzhou-h`, `a` of `ap-southeast-1a`; the whole name
 * of a zone elsewhere.
 */
export function zoneTail(zone: string, region: string): string {
  const tail = zone.startsWith(region) ? zone.slice(region.length).replace(/^-/, '') : '';
  return tail === '' ? zone : tail;
}
