'use client';

import { createContext, useContext } from 'react';
import type { Eni } from '@/lib/eni/eni';
import type { Place } from '@/lib/eni/page';
import type { FilterTerm } from '@/lib/search/search';

/** The actions on an answer, besides reading it. */
export type AnswerActions = {
  /** Opens an ENI of the view beside the table. */
  onOpen: (eni: Eni) => void;
  /** Takes the view to another place; the search stays. */
  onGo: (place: Place) => void;
  /** A link to one thing in one place. */
  hrefOf: (place: Place, term: FilterTerm) => string;
  /** Searches the view's own scope for something else. */
  onSearch: (term: FilterTerm) => void;
  onRemove: () => void;
  onPods: () => void;
};

const NOTHING: AnswerActions = {
  onOpen: () => {},
  onGo: () => {},
  hrefOf: () => '',
  onSearch: () => {},
  onRemove: () => {},
  onPods: () => {},
};

export const AnswerActionsContext = createContext<AnswerActions>(NOTHING);

export const useAnswerActions = () => useContext(AnswerActionsContext);
