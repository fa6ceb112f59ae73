import { useTranslations } from 'next-intl';

/** The mark: an address map with one ENI's addresses on it. */
export function Brand() {
  const t = useTranslations('shell');
  return (
    // A full load on purpose: it starts over with the default scope and a new scan.
    <a
      href="/"
      className="mr-3 flex h-6 min-w-6 shrink-0 items-center gap-2 whitespace-nowrap rounded-sm font-semibold text-base max-[1180px]:mr-1"
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <g fill="currentColor" opacity="0.3">
          <rect x="1" y="1" width="5.4" height="5.4" rx="1" />
          <rect x="7.3" y="1" width="5.4" height="5.4" rx="1" />
          <rect x="13.6" y="1" width="5.4" height="5.4" rx="1" />
          <rect x="1" y="7.3" width="5.4" height="5.4" rx="1" />
          <rect x="13.6" y="13.6" width="5.4" height="5.4" rx="1" />
        </g>
        <path
          className="fill-accent"
          d="M8.3 7.3H18a1 1 0 0 1 1 1v3.4a1 1 0 0 1-1 1h-5.3V18a1 1 0 0 1-1 1H2a1 1 0 0 1-1-1v-3.4a1 1 0 0 1 1-1h5.3V8.3a1 1 0 0 1 1-1Z"
        />
      </svg>
      <span aria-hidden="true" className="max-[1180px]:hidden">
        ENI Atlas
      </span>
      <span className="sr-only">{t('home')}</span>
    </a>
  );
}
