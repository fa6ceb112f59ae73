'use client';

import { useMemo } from 'react';
import { useStoredText } from '@/components/ui/use-stored-text';
import { parseCidrImport } from '@/lib/usage/observed';

const NAME = 'eni_atlas_vswitch_cidrs';

/**
 * The CIDRs of vSwitches that someone has given this browser, as the text they gave: it is read anew each time, so
 * that a text that was kept by another version is no worse than one just pasted.
 */
export function useImportedCidrs() {
  const [text, setText] = useStoredText(NAME);
  const { vSwitches, issues } = useMemo(() => parseCidrImport(text ?? ''), [text]);
  const cidrs = useMemo(
    () => new Map(vSwitches.map(({ vSwitchId, cidrBlock }) => [vSwitchId, cidrBlock])),
    [vSwitches],
  );
  return { text, cidrs, issues: text === null ? [] : issues, setText };
}
