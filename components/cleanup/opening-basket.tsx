import { useTranslations } from 'next-intl';

/** Shown until the browser has read its storage, since only the browser knows what is put aside. */
export function OpeningBasket() {
  const t = useTranslations('cleanup');
  return (
    <p aria-busy="true" className="px-4 py-3 text-ink-2">
      {t('opening')}
    </p>
  );
}
