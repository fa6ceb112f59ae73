/** The languages of the dashboard, the first one the fallback. */
export const LOCALES = ['en', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];

export const LOCALE_COOKIE = 'eni_atlas_locale';

export function isLocale(text: string | undefined): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

function languageAndWeight(range: string): { language: string; weight: number } {
  const [language = '', ...parameters] = range.split(';').map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { language: language.toLowerCase(), weight: quality === undefined ? 1 : Number(quality) || 0 };
}

/** The language that an Accept-Language header likes best among ours. Every Chinese is answered in Simplified. */
export function preferredLocale(acceptLanguage: string | null): Locale {
  const ranges = (acceptLanguage ?? '').split(',').map(languageAndWeight);
  ranges.sort((a, b) => b.weight - a.weight);
  for (const { language, weight } of ranges) {
    if (weight > 0 && /^zh\b/.test(language)) return 'zh-CN';
    if (weight > 0 && /^(en\b|\*)/.test(language)) return 'en';
  }
  return 'en';
}
