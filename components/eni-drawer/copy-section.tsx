'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CodeBlock } from '@/components/ui/code-block';
import { CopyButton } from '@/components/ui/copy-button';
import type { Eni } from '@/lib/eni/eni';
import { cliCall } from '@/lib/export/cli';
import { curlOfEni, eniUrl } from '@/lib/export/copy-as-links';
import { terraformImport } from '@/lib/export/terraform';
import { DrawerSection } from './drawer-section';

const FORMS = {
  cli: cliCall,
  terraform: terraformImport,
  curl: (eni: Eni) => curlOfEni(window.location.origin, eni),
  url: (eni: Eni) => eniUrl(window.location.origin, eni),
} as const;

type Form = keyof typeof FORMS;

/** The same ENI as an aliyun CLI call, a Terraform import block, a curl of this dashboard's API, a link. */
export function CopySection({ eni }: { eni: Eni }) {
  const t = useTranslations('drawer');
  const [form, setForm] = useState<Form>('cli');
  const text = FORMS[form](eni);
  return (
    <DrawerSection
      title={t('copyAs')}
      end={
        <span className="flex items-center gap-1">
          <CopyButton text={text} what={t(form)} />
          <span className="inline-flex overflow-hidden rounded-sm border border-line-strong">
            {(Object.keys(FORMS) as Form[]).map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === form}
                onClick={() => setForm(each)}
                className="-outline-offset-2 h-6 cursor-pointer border-line px-2 text-ink-2 text-xs not-first:border-l hover:bg-hover aria-pressed:bg-sunken aria-pressed:font-medium aria-pressed:text-ink"
              >
                {t(each)}
              </button>
            ))}
          </span>
        </span>
      }
    >
      <div className="pt-1">
        <CodeBlock text={text} label={t(form)} />
      </div>
    </DrawerSection>
  );
}
