import type { IconName } from '@/components/ui/icon';
import type { CommandId } from '@/lib/keys/commands';
import { routes } from '@/lib/queries/routes';
import type { FilterTerm, Search } from '@/lib/search/search';
import { DEFAULT_VIEW } from '@/lib/search/view';
import { DEFAULT_CLEANUP_VIEW } from '@/lib/views/cleanup';
import { DEFAULT_COMPARE_VIEW } from '@/lib/views/compare';
import { DEFAULT_FINDINGS_VIEW } from '@/lib/views/findings';
import { DEFAULT_USAGE_VIEW } from '@/lib/views/usage';

type View = {
  icon: IconName;
  /** The key that leads there. */
  command: CommandId;
  /** When it appears in the bar: always, only while its badge counts something, or never. */
  inBar: 'always' | 'counted' | 'never';
  /** The palette offers it with the typed text as its filter; the catalogue's `palette.<id>Of` says so. */
  takesTerm: boolean;
  href: (search: Search) => string;
};

/**
 * THE list of views, in the order of the bar. Bar, foot, *More*, keys and palette follow from it. To add one:
 * - an entry here. With `inBar: 'counted'` it is in the bar only while it has a badge above 0, with `never` it is
 * opened from the palette and *More*. On narrow screens only the views that are always in the bar are at the foot, the
 * others under *More*;
 * - its name, `shell.<id>` in both catalogues, which the palette finds it by too; `palette.<id>Of` where it takes a term;
 * - its command in lib/keys/commands.ts, with its words;
 * - where it has a count, a line in {@link useViewBadges}.
 */
export const VIEWS = {
  overview: {
    icon: 'overview',
    command: 'goOverview',
    inBar: 'always',
    takesTerm: true,
    href: (search) => routes.overview({ search }),
  },
  enis: {
    icon: 'list',
    command: 'goEnis',
    inBar: 'always',
    takesTerm: false,
    href: (search) => routes.explorer({ search, view: DEFAULT_VIEW }),
  },
  usage: {
    icon: 'grid',
    command: 'goUsage',
    inBar: 'always',
    takesTerm: true,
    href: (search) => routes.usage({ search, view: DEFAULT_USAGE_VIEW }),
  },
  findings: {
    icon: 'flag',
    command: 'goFindings',
    inBar: 'always',
    takesTerm: true,
    href: (search) => routes.findings({ search, view: DEFAULT_FINDINGS_VIEW }),
  },
  cleanup: {
    icon: 'tray',
    command: 'goCleanup',
    inBar: 'counted',
    takesTerm: false,
    href: (search) => routes.cleanup({ search, view: DEFAULT_CLEANUP_VIEW }),
  },
  compare: {
    icon: 'swap',
    command: 'goCompare',
    inBar: 'never',
    takesTerm: false,
    href: (search) => routes.compare({ search, view: DEFAULT_COMPARE_VIEW }),
  },
} as const satisfies Record<string, View>;

export type ViewId = keyof typeof VIEWS;

export const VIEW_IDS = Object.keys(VIEWS) as ViewId[];

/** A view, in its general type. */
export function viewBy(id: ViewId): View {
  return VIEWS[id];
}

/** The address of a view in the same accounts and regions, with only these filters. */
export function viewHref(
  view: ViewId,
  { accounts, regions }: Pick<Search, 'accounts' | 'regions'>,
  terms: FilterTerm[] = [],
): string {
  return viewBy(view).href({ accounts, regions, terms });
}
