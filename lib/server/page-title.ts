import 'server-only';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';

/** Names a page by its view and the part of it that is shown, as `usePageTitle` does where the address changes. */
export async function pageTitle(
  view: 'enis' | 'usage' | 'findings' | 'overview' | 'compare',
  subject: string | null,
): Promise<Metadata> {
  const t = await getTranslations('shell');
  const what = subject === null ? t(view) : `${subject} · ${t(view)}`;
  // A title template in the layout does not apply to the page beside it.
  return { title: { absolute: t('titleWith', { what }) } };
}
