'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Eni } from '@/lib/eni/eni';
import type { GroupBy } from '@/lib/search/table/group-by';
import { ColumnLabel } from './column-label';

const GroupChoices = dynamic(() => import('./group-choices').then((file) => file.GroupChoices), {
  ssr: false,
});

type GroupMenuProps = {
  group: GroupBy | null;
  /** The loaded rows, whose tag keys are offered. */
  enis: readonly Eni[];
  onGroup: (group: GroupBy | null) => void;
};

/** The menu that shows and changes what groups the rows. */
export function GroupMenu({ group, enis, onGroup }: GroupMenuProps) {
  const t = useTranslations('group');
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        ref={anchor}
        look="quiet"
        size="small"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        className="max-[720px]:hidden"
      >
        <Icon name="group" />
        {group === null ? (
          t('noGroups')
        ) : (
          <span>{t.rich('by', { column: () => <ColumnLabel id={group} /> })}</span>
        )}
      </Button>
      {isOpen && (
        <GroupChoices
          anchor={anchor}
          group={group}
          enis={enis}
          onGroup={onGroup}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
