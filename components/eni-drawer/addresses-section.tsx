'use client';

import { useTranslations } from 'next-intl';
import type { Eni } from '@/lib/eni/eni';
import { visibleText } from '@/lib/eni/visible-text';
import { addressLines } from './address-lines';
import { DrawerSection } from './drawer-section';
import { LineCopy } from './line-copy';

/** Every address of the ENI: which one is primary, which has an EIP, and its DNS names. */
export function AddressesSection({ eni }: { eni: Eni }) {
  const t = useTranslations('drawer');
  const lines = addressLines(eni);
  return (
    <DrawerSection title={t('addresses')} note={lines.length > 0 ? lines.length : t('none')}>
      <ul>
        {lines.map((line) => (
          <li key={`${line.address} ${line.eip}`}>
            <div className="group/line flex min-h-6 min-w-0 items-center gap-2">
              <span className="truncate font-mono text-xs leading-5" title={line.address ?? undefined}>
                {line.address ?? '–'}
              </span>
              {line.isPrimary && (
                <span className="rounded-xs border border-accent-line bg-accent-wash px-[5px] text-2xs text-accent">
                  {t('primary')}
                </span>
              )}
              {line.address && <LineCopy text={line.address} />}
              <span className="ml-auto flex shrink-0 items-center gap-2 text-ink-3">
                {line.eip ? (
                  <>
                    EIP{' '}
                    <span
                      className="font-mono text-ink text-xs leading-5"
                      title={line.allocationId ?? undefined}
                    >
                      {line.eip}
                    </span>
                  </>
                ) : (
                  line.family === 6 && 'IPv6'
                )}
              </span>
            </div>
            {line.dnsName && (
              <div className="group/line flex min-h-[22px] min-w-0 items-center gap-1.5 pl-3 text-ink-3 text-xs">
                {t('dns')}
                <span className="truncate font-mono" title={line.dnsName}>
                  {visibleText(line.dnsName)}
                </span>
                <LineCopy text={line.dnsName} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </DrawerSection>
  );
}
