import type { Messages } from 'next-intl';
import type { Locale } from '@/lib/i18n/locale';

/** All words of a language, fetched on first use. */
export async function loadWords(locale: Locale): Promise<Messages> {
  const file =
    locale === 'zh-CN' ? await import('@/lib/i18n/zh-CN.json') : await import('@/lib/i18n/en.json');
  return file.default;
}

/** The words for answers and pods, which no page carries from the start: in the language of the page. */
export async function loadAnswerWords(): Promise<Pick<Messages, 'answer' | 'pods'>> {
  const { answer, pods } = await loadWords(document.documentElement.lang === 'zh-CN' ? 'zh-CN' : 'en');
  return { answer, pods };
}
