'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { ReleaseRow } from '@/lib/cleanup/release-rows';
import { profileFlag, type Shell, scriptOf } from '@/lib/cleanup/script';
import { zonedTime } from '@/lib/cleanup/zoned-time';
import type { Place } from '@/lib/eni/page';

type ScriptOptions = { place: Place; profile: string | null; shell: Shell };

export type WriteScript = (rows: readonly ReleaseRow[], asOf: string) => string;

/** Writes the script of some rows, with its comments in the reader's language. */
export function useScript({ place, profile, shell }: ScriptOptions): WriteScript {
  const t = useTranslations('cleanup.script');
  const { account, region } = place;
  return useCallback(
    (rows, asOf) => {
      const addresses = rows.reduce((sum, { frees }) => sum + frees, 0);
      const time = zonedTime(asOf, -new Date(asOf).getTimezoneOffset());
      const head = [
        t('head', { count: rows.length, addresses, account, region, time }),
        t('check'),
        ...(profileFlag(profile) === null ? [t('noProfile', { account })] : []),
      ];
      const byId = new Map(rows.map((row) => [row.eni.id, row]));
      return scriptOf({
        shell,
        head,
        profile,
        region,
        enis: rows.map(({ eni }) => eni),
        say: ({ id, name }) => {
          const row = byId.get(id);
          const where = row?.vSwitchName ?? row?.eni.vSwitchId ?? '';
          return [where, ...(name === null ? [] : [name]), row?.frees ?? ''].join(', ');
        },
      });
    },
    [t, account, region, profile, shell],
  );
}
