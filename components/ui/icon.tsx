/** Line icons on a 16 px grid. */
const PATHS = {
  up: 'm4.5 9.5 3.5-3.5 3.5 3.5',
  down: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  right: 'm6.5 4.5 3.5 3.5-3.5 3.5',
  cross: 'm4.5 4.5 7 7m0-7-7 7',
  check: 'm3.5 8.5 3 3 6-7',
  copy: 'M6.9 5.5h4.7c.8 0 1.4.6 1.4 1.4v4.7c0 .8-.6 1.4-1.4 1.4H6.9c-.8 0-1.4-.6-1.4-1.4V6.9c0-.8.6-1.4 1.4-1.4ZM10.5 3.5v-.2c0-.5-.4-.8-.8-.8H3.8c-.7 0-1.3.6-1.3 1.3v5.9c0 .4.3.8.8.8h.2',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.6v2.6h-2.6',
  columns:
    'M3.9 3h8.2c.8 0 1.4.6 1.4 1.4v7.2c0 .8-.6 1.4-1.4 1.4H3.9c-.8 0-1.4-.6-1.4-1.4V4.4C2.5 3.6 3.1 3 3.9 3ZM6.2 3v10M9.8 3v10',
  rows: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  rowsRelaxed: 'M2.5 3h11M2.5 13h11M2.5 8h11',
  out: 'M6.5 3.5h-2a1 1 0 0 0-1 1v7a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1v-2M9.3 2.8h3.9v3.9M13 3 7.6 8.4',
  after: 'M2.5 3.5h11M4 7.5h8L8 12.8z',
  warn: 'M8 2.4 14.2 13H1.8zM8 6.4v3M8 11.2v.1',
  stop: 'M5.5 2.5h5l3 3v5l-3 3h-5l-3-3v-5zM8 5.2v3.4M8 10.7v.1',
  lock: 'M4.8 7h6.4c.7 0 1.3.6 1.3 1.3v3.6c0 .7-.6 1.3-1.3 1.3H4.8c-.7 0-1.3-.6-1.3-1.3V8.3c0-.7.6-1.3 1.3-1.3ZM5.5 7V5.2a2.5 2.5 0 0 1 5 0V7',
  note: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2ZM8 7.2v3.6M8 5v.1',
  search: 'M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4ZM10.2 10.2l3.3 3.3',
  link: 'M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.7l-.6.6M9.2 6.8a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.7l.6-.6',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M3.5 8h9',
  expand: 'M9.5 2.8h3.7v3.7M6.5 13.2H2.8V9.5M13 3 9.2 6.8M3 13l3.8-3.8',
  shrink: 'M13 6.8H9.2V3M3 9.2h3.8V13M9.4 6.6 13 3M6.6 9.4 3 13',
  download: 'M8 2.5v7.2M4.8 6.8 8 10l3.2-3.2M3 12.8h10',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  help: 'M5.9 6a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.4M8 11.9v.1',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM8 1.6v1.5M8 12.9v1.5M1.6 8h1.5M12.9 8h1.5M3.5 3.5l1 1M11.5 11.5l1 1M3.5 12.5l1-1M11.5 4.5l1-1',
  moon: 'M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8Z',
  themeSystem:
    'M3.4 3h9.2c.5 0 .9.4.9.9v6.2c0 .5-.4.9-.9.9H3.4a.9.9 0 0 1-.9-.9V3.9c0-.5.4-.9.9-.9ZM8 11v2.3M5.5 13.3h5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { name: IconName; size?: 12 | 14 | 16 }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={size === 16 ? 1.4 : 1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="shrink-0"
    >
      <path d={PATHS[name]} fill={name === 'after' ? 'currentColor' : undefined} />
    </svg>
  );
}
