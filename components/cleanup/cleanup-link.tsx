'use client';

import { CopyLink } from '@/components/copy-link/copy-link';
import type { PutAside } from '@/lib/cleanup/basket';
import { routes } from '@/lib/queries/routes';
import type { Search } from '@/lib/search/search';
import { DEFAULT_CLEANUP_VIEW } from '@/lib/views/cleanup';

/** Copies a link that names what is put aside: a person who opens it is offered the same ENIs. */
export function CleanupLink({ search, items }: { search: Search; items: readonly PutAside[] }) {
  const hrefOf = () => {
    const view = { ...DEFAULT_CLEANUP_VIEW, offered: items.map(({ id }) => id) };
    return new URL(routes.cleanup({ search, view }), window.location.href).href;
  };
  return <CopyLink hrefOf={hrefOf} />;
}
