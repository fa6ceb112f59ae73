import { BUILTIN_REGIONS, type RegionNames } from '@/lib/eni/region';

/** The part of a region's name that tells it from the others: the city in brackets, else the whole. */
export function shortName(name: string): string {
  return /[（(](.+)[)）]/.exec(name)?.[1] ?? name;
}

/** The short name of a region that we know, in the language of the page. */
export function regionName(id: string, locale: string): string | null {
  const names: RegionNames | undefined = BUILTIN_REGIONS.get(id);
  return names ? shortName(locale === 'zh-CN' ? names.zh : names.en) : null;
}
