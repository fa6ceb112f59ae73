'use client';

import { useMemo } from 'react';
import { useStoredText } from '@/components/ui/use-stored-text';
import type { CallWriter } from '@/lib/export/cli';
import { COMMAND_SHELLS, type CommandShell } from '@/lib/export/shells';
import { useProfileOf } from './cli-profiles';

const SHELL_KEY = 'eni-atlas:shell';

/** What commands are written for: the chosen shell, which this browser keeps, and the profiles of the accounts. */
export function useCallWriter(): { writer: CallWriter; setShell: (shell: CommandShell) => void } {
  const profileOf = useProfileOf();
  const [stored, setStored] = useStoredText(SHELL_KEY);
  const shell = COMMAND_SHELLS.find((each) => each === stored) ?? 'sh';
  return {
    writer: useMemo(() => ({ shell, profileOf }), [shell, profileOf]),
    setShell: (next) => void setStored(next),
  };
}
