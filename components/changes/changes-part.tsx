'use client';

import dynamic from 'next/dynamic';
import type { ChangesPaneProps } from './changes-pane';
import { ChangesStrip } from './changes-strip';

const ChangesPane = dynamic(() => import('./changes-pane').then((file) => file.ChangesPane), { ssr: false });

type ChangesPartProps = ChangesPaneProps & { isListed: boolean; onList: (isListed: boolean) => void };

/** What changed since the last look: the strip, and the list when it is open. */
export function ChangesPart({ isListed, onList, ...pane }: ChangesPartProps) {
  return (
    <>
      <ChangesStrip changes={pane.changes} isListed={isListed} onList={onList} />
      {isListed && <ChangesPane {...pane} />}
    </>
  );
}
