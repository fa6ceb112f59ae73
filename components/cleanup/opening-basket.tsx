import { useTranslations } from 'next-intl';

/** What stands here until the browser has looked what it keeps, since only it knows. */
export function OpeningBasket() {
  const t = useTranslations('cleanup');
  return (
    <p aria-busy="true" className="px-4 py-3 text-ink-2">
      {t('opening')}
    </p>
  );
}
