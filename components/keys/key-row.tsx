'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import { Icon } from '@/components/ui/icon';
import { type CommandId, commandBy } from '@/lib/keys/commands';
import { type OwnKeys, resetKeys } from '@/lib/keys/own-keys';
import type { Keys } from '@/lib/keys/spelling';
import { KeyCaps } from './key-caps';
import { KeyCapture } from './key-capture';
import { useKeyWords } from './use-key-words';

/** A line of the sheet: the action, and its keys. */
export function KeyLine({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="col-span-2 grid min-h-7 grid-cols-subgrid items-center gap-y-1">
      <dt>{label}</dt>
      <dd className="contents">{children}</dd>
    </div>
  );
}

type KeyRowProps = {
  id: CommandId;
  keys: Keys | null;
  own: OwnKeys;
  isEditing: boolean;
  onEdit: (id: CommandId | null) => void;
  onOwn: (own: OwnKeys) => void;
};

/** A command whose keys can be changed in place. */
export function KeyRow({ id, keys, own, isEditing, onEdit, onOwn }: KeyRowProps) {
  const t = useTranslations('keys');
  const words = useKeyWords();
  const button = useRef<HTMLButtonElement>(null);
  const command = words.command(id);
  const close = () => {
    flushSync(() => onEdit(null));
    button.current?.focus();
  };
  return (
    <KeyLine label={command}>
      <span className="flex items-center justify-end gap-1">
        {keys !== commandBy(id).keys && (
          <button
            type="button"
            aria-label={t('resetOf', { command })}
            title={t('reset')}
            onClick={() => {
              onOwn(resetKeys(own, id));
              button.current?.focus();
            }}
            className="grid h-6 w-6 cursor-pointer place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink"
          >
            <Icon name="reset" size={14} />
          </button>
        )}
        <button
          ref={button}
          type="button"
          aria-label={t('change', { command, keys: words.keys(keys) })}
          aria-expanded={isEditing}
          onClick={() => onEdit(isEditing ? null : id)}
          className="flex h-6 min-w-9 cursor-pointer items-center justify-center rounded-sm border border-transparent px-1 hover:border-line-strong hover:bg-hover aria-expanded:border-accent"
        >
          {keys === null ? <span className="text-ink-3 text-xs">{t('none')}</span> : <KeyCaps keys={keys} />}
        </button>
      </span>
      {isEditing && <KeyCapture id={id} own={own} onOwn={onOwn} onClose={close} />}
    </KeyLine>
  );
}
