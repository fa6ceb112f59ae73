import 'server-only';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';

/** Names a page by its view and by what it shows of it, as `usePageTitle` does where the address changes. */
export async function pageTitle(
  view: 'enis' | 'usage' | 'findings' | 'overview' | 'compare',
  subject: string | null,
): Promise<Metadata> {
  const t = await getTranslations('shell');
  const what = subject === null ? t(view) : `${subject} · ${t(view)}`;
  // A template of the layout does not reach the page beside it.
  return { title: { absolute: t('titleWith', { what }) } };
}
