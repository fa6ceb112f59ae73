'use client';

import { useTranslations } from 'next-intl';
import { Segments } from '@/components/ui/segments';
import { COMMAND_SHELLS } from '@/lib/export/shells';
import { useCallWriter } from './use-call-writer';

/** The shell that commands are written for. */
export function ShellChoice() {
  const t = useTranslations('copyAs');
  const { writer, setShell } = useCallWriter();
  return (
    <Segments
      label={t('shellOfCommands')}
      value={writer.shell}
      options={COMMAND_SHELLS.map((each) => ({ value: each, label: t(`shell.${each}`) }))}
      onChange={setShell}
    />
  );
}
