'use client';

import { Key } from '@/components/ui/key';
import { capsOf } from '@/lib/keys/caps';
import type { CommandId } from '@/lib/keys/commands';
import type { Keys } from '@/lib/keys/spelling';
import { useKeysInEffect } from './keys-in-effect';
import { useIsMac } from './platform';

/** Keys as they look on the keyboard; mere hints are left out on touch screens. */
export function KeyCaps({ keys, isHint = false }: { keys: Keys; isHint?: boolean }) {
  const caps = capsOf(keys, useIsMac());
  return (
    <span className="inline-flex shrink-0 gap-1">
      {caps.map((cap, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cap has no identity but its place
        <Key key={at} isHint={isHint}>
          {cap}
        </Key>
      ))}
    </span>
  );
}

/** The keys of a command, if it has any, as a hint beside the control that runs it too. */
export function CommandKeys({ id }: { id: CommandId }) {
  const keys = useKeysInEffect()[id];
  return keys === null ? null : <KeyCaps keys={keys} isHint />;
}
