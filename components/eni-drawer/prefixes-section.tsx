'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { Eni } from '@/lib/eni/eni';
import { addressesHeld, prefixRange } from '@/lib/eni/prefix-range';
import { DrawerSection } from './drawer-section';
import { LineCopy } from './line-copy';

/** Delegated blocks as ranges, and how many IPv4 addresses they hold. */
export function PrefixesSection({ eni }: { eni: Eni }) {
  const t = useTranslations('drawer');
  const format = useFormatter();
  const prefixes = [...eni.ipv4Prefixes, ...eni.ipv6Prefixes];
  if (prefixes.length === 0) return null;
  const held = addressesHeld(eni.ipv4Prefixes);
  const note =
    held === null || held === 0n
      ? prefixes.length
      : t('hold', { count: eni.ipv4Prefixes.length, addresses: format.number(held) });
  return (
    <DrawerSection title={t('prefixesTitle')} note={note}>
      <ul>
        {prefixes.map((prefix) => {
          const range = prefixRange(prefix);
          return (
            <li
              key={prefix}
              className="group/line flex min-h-6 min-w-0 flex-wrap items-center gap-x-2 font-mono text-xs leading-5"
            >
              {prefix}
              <LineCopy text={prefix} />
              {range && (
                <span className="ml-auto text-ink-2">
                  {range.first} – {range.shortLast}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </DrawerSection>
  );
}
