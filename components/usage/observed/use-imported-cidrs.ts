'use client';

import { useMemo } from 'react';
import { useStoredText } from '@/components/ui/use-stored-text';
import { parseCidrImport } from '@/lib/usage/observed';

const NAME = 'eni_atlas_vswitch_cidrs';

/**
 * The CIDRs of vSwitches that someone has given this browser, as the text they gave: it is parsed again each time, so
 * that text kept by another version is no worse than text just pasted.
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
