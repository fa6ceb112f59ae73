'use client';

import { useMemo } from 'react';
import { readStoredText, useStoredText } from '@/components/ui/use-stored-text';
import type { KeysOf } from '@/lib/keys/clashes';
import { keysInEffect, type OwnKeys, readOwnKeys, writeOwnKeys } from '@/lib/keys/own-keys';

const NAME = 'eni_atlas_keys';

let known: { text: string | null; keys: KeysOf } | null = null;

/** The current keys of every command. */
export function currentKeys(): KeysOf {
  const text = readStoredText(NAME);
  if (known === null || known.text !== text) known = { text, keys: keysInEffect(readOwnKeys(text)) };
  return known.keys;
}

/** The same for a component; on the server, the defaults. */
export function useKeysInEffect(): KeysOf {
  const [text] = useStoredText(NAME);
  return useMemo(() => keysInEffect(readOwnKeys(text)), [text]);
}

/** This person's changed keys, and a function that changes them and returns whether the browser keeps the change. */
export function useOwnKeys(): [OwnKeys, (own: OwnKeys) => boolean] {
  const [text, setText] = useStoredText(NAME);
  const own = useMemo(() => readOwnKeys(text), [text]);
  return [own, (next) => setText(writeOwnKeys(next))];
}
