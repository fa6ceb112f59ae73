import type { Eni } from '@/lib/eni/eni';
import type { Accounts } from '@/lib/eni/page';
import type { Reading } from '@/lib/search/reading/merge';
import type { Search } from '@/lib/search/search';

/** A view that a person saved. */
export type SavedViewEntry = { id: string; name: string; run: () => void };

/** What a page provides to the palette. */
export type JumpSource = {
  search: Search;
  reading: Reading;
  onSearch: (change: (search: Search) => Search) => void;
  /** Opens the drawer of a row. */
  onOpen: (eni: Eni) => void;
  views?: readonly SavedViewEntry[];
};

/** The same, with what the top bar knows. */
export type PaletteSource = JumpSource & {
  /** The page is the list of ENIs, to which a question about ENIs leads. */
  isList: boolean;
  accounts: Accounts['items'];
  onScope: (scope: Partial<Pick<Search, 'accounts' | 'regions'>>) => void;
};
