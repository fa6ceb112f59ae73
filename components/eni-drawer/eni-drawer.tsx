'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useMemo, useRef } from 'react';
import { NamesNote } from '@/components/names/names-note';
import { useEniNames } from '@/components/names/use-names-on-screen';
import { type Eni, eniKey } from '@/lib/eni/eni';
import type { Problem } from '@/lib/eni/problem';
import { AddressesSection } from './addresses-section';
import { AttachmentSection } from './attachment-section';
import { AttributeSection } from './attribute-section';
import { CopySection } from './copy-section';
import { DRAWER } from './drawer-frame';
import { DrawerHeader } from './drawer-header';
import { IdentitySection } from './identity-section';
import { GroupsSection, RelatedSection } from './links-section';
import { LookupFailed } from './lookup-failed';
import { OtherSection } from './other-section';
import { OwnerSection } from './owner-section';
import { PrefixesSection } from './prefixes-section';
import { RawSection } from './raw-section';
import { isSame } from './related';
import { type SearchLinks, SearchLinksContext } from './search-link';
import { TagsSection } from './tags-section';
import { useDrawerKeys } from './use-drawer-keys';

/** The state of looking up an ENI that is not among the loaded rows. `idle` when `eni` is given. */
export type EniLookup = { state: 'idle' } | { state: 'pending' } | { state: 'failed'; problem: Problem };

export type EniDrawerProps = SearchLinks & {
  /** The id that the URL asks for, and all that it says of the ENI. */
  id: string;
  drawer: string;
  /** The ENI: from the loaded rows, else from the lookup, else null. */
  eni: Eni | null;
  lookup: EniLookup;
  /** The loaded rows, in which related ENIs are counted. */
  loaded: readonly Eni[];
  /** The loaded rows are all that match the search. */
  complete: boolean;
  /** The rows before and after in the table, for K and J. */
  previous: Eni | null;
  next: Eni | null;
  onOpen: (eni: Eni) => void;
  onClose: () => void;
  onRetry: () => void;
};

/** One ENI in full, beside the table; a page of its own on narrow screens. */
export function EniDrawer(props: EniDrawerProps) {
  const { id, eni, lookup, loaded, previous, next, onOpen, onClose, onRetry, onSearch, searchHref } = props;
  const t = useTranslations('drawer');
  const titleId = useId();
  const drawer = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const links = useMemo(() => ({ onSearch, searchHref }), [onSearch, searchHref]);
  const isLoaded = useMemo(() => eni !== null && loaded.some((other) => isSame(other, eni)), [eni, loaded]);
  useEniNames(eni);
  const onPrevious = previous && (() => onOpen(previous));
  const onNext = next && (() => onOpen(next));
  useDrawerKeys({ onClose, onPrevious, onNext });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another ENI is read from its top
  useEffect(() => {
    body.current?.scrollTo({ top: 0 });
    // If it covers the page, the page behind must not keep the focus.
    if (drawer.current && getComputedStyle(drawer.current).position === 'fixed') drawer.current.focus();
  }, [props.drawer]);
  return (
    <aside
      ref={drawer}
      tabIndex={-1}
      aria-labelledby={titleId}
      data-focus-to={`row:${encodeURIComponent(props.drawer)} rows`}
      className={`arrives-aside ${DRAWER}`}
    >
      <DrawerHeader {...{ id, titleId, eni, onPrevious, onNext }} onClose={onClose} />
      <div ref={body} className="min-h-0 flex-1 overflow-auto overscroll-contain">
        {eni === null && (
          <div className="px-4 py-3">
            {lookup.state === 'failed' ? (
              <LookupFailed id={id} problem={lookup.problem} onRetry={onRetry} />
            ) : (
              <p role="status" className="text-ink-2">
                {t('lookingUp')}
              </p>
            )}
          </div>
        )}
        {eni !== null && (
          <SearchLinksContext value={links} key={eniKey(eni)}>
            {!isLoaded && (
              <p className="border-line border-b bg-canvas px-4 py-1.5 text-ink-2 text-xs">
                {t(props.complete ? 'notMatching' : 'notShown')}
              </p>
            )}
            <OwnerSection eni={eni} />
            <AddressesSection eni={eni} />
            <PrefixesSection eni={eni} />
            <AttachmentSection eni={eni} />
            <IdentitySection eni={eni} />
            <AttributeSection eni={eni} />
            <GroupsSection eni={eni} loaded={loaded} />
            <TagsSection tags={eni.tags} />
            <RelatedSection eni={eni} loaded={loaded} />
            <NamesNote account={eni.account} region={eni.region} />
            <OtherSection other={eni.other} />
            <CopySection eni={eni} />
            <RawSection eni={eni} />
          </SearchLinksContext>
        )}
      </div>
    </aside>
  );
}
