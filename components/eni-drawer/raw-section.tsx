'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { CopyButton } from '@/components/ui/copy-button';
import type { Eni } from '@/lib/eni/eni';
import { ProblemError } from '@/lib/eni/problem';
import { visibleText } from '@/lib/eni/visible-text';
import { formatJson } from '@/lib/export/format-json';
import { eniQuery } from '@/lib/queries/enis';
import { DrawerSection } from './drawer-section';
import { LookupFailed } from './lookup-failed';

function RawJson({ eni }: { eni: Eni }) {
  const t = useTranslations('drawer');
  const scope = { accounts: [eni.account], regions: [eni.region] };
  const { data, error, refetch } = useQuery(eniQuery(scope, eni.id));
  if (error) {
    const { problem } = error instanceof ProblemError ? error : new ProblemError('internal_error');
    return <LookupFailed id={eni.id} problem={problem} onRetry={() => refetch()} />;
  }
  if (!data) return <p className="text-ink-3">{t('reading')}</p>;
  if (data.raw === undefined) return <p className="text-ink-3">{t('noRaw')}</p>;
  const text = formatJson(data.raw);
  return (
    <div className="relative pt-1">
      <CodeBlock text={text.split('\n').map(visibleText).join('\n')} label={t('raw')} />
      <CopyButton text={text} what={t('raw')} className="absolute top-2 right-1 bg-sunken" />
    </div>
  );
}

/** The API's response for this ENI, digit for digit; fetched when the section is opened. */
export function RawSection({ eni }: { eni: Eni }) {
  const t = useTranslations('drawer');
  const [isOpen, setOpen] = useState(false);
  return (
    <DrawerSection
      title={t('raw')}
      note={t('rawAsSent')}
      end={
        <Button look="quiet" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('hide') : t('show')}
        </Button>
      }
    >
      {isOpen && <RawJson eni={eni} />}
    </DrawerSection>
  );
}
