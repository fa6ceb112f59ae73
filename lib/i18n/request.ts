import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { isLocale, LOCALE_COOKIE, preferredLocale } from './locale';

/** The language of a request: the cookie's, else the browser's. Times are said in UTC, so that a shared view reads the same. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = isLocale(chosen) ? chosen : preferredLocale((await headers()).get('accept-language'));
  const { default: messages } = await import(`./${locale}.json`);
  return { locale, messages, timeZone: 'UTC' };
});
