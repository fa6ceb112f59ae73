/** What tells a zone from the others of its region: `h` of `cn-hangzhou-h`, `a` of `ap-southeast-1a`; of a zone elsewhere all of it. */
export function zoneTail(zone: string, region: string): string {
  const tail = zone.startsWith(region) ? zone.slice(region.length).replace(/^-/, '') : '';
  return tail === '' ? zone : tail;
}
