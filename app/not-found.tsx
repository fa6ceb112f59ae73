import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PlainPage } from '@/components/shell/plain-page';
import { buttonClass } from '@/components/ui/button';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell'))('notFoundTitle') };
}

export default async function NotFound() {
  const t = await getTranslations('shell');
  return (
    <PlainPage title={t('notFoundTitle')}>
      <p className="text-ink-2">{t('notFoundText')}</p>
      <a href="/" className={buttonClass({ look: 'main' })}>
        {t('backToList')}
      </a>
    </PlainPage>
  );
}
