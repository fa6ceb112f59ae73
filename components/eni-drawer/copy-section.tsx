'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ShellChoice } from '@/components/commands/shell-choice';
import { useCallWriter } from '@/components/commands/use-call-writer';
import { CodeBlock } from '@/components/ui/code-block';
import { CopyButton } from '@/components/ui/copy-button';
import type { Eni } from '@/lib/eni/eni';
import { type CallWriter, cliCall } from '@/lib/export/cli';
import { curlOfEni, eniUrl } from '@/lib/export/copy-as-links';
import { terraformImport } from '@/lib/export/terraform';
import { DrawerSection } from './drawer-section';

const FORMS = {
  cli: cliCall,
  terraform: terraformImport,
  curl: (eni: Eni, { shell }: CallWriter) => curlOfEni(window.location.origin, eni, shell),
  url: (eni: Eni) => eniUrl(window.location.origin, eni),
} as const;

type Form = keyof typeof FORMS;

/** The same ENI as an aliyun CLI call, a Terraform import block, a curl of this dashboard's API, a link. */
export function CopySection({ eni }: { eni: Eni }) {
  const t = useTranslations('drawer');
  const [form, setForm] = useState<Form>('cli');
  const { writer } = useCallWriter();
  const text = FORMS[form](eni, writer);
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
      <div className="flex flex-col items-end gap-1 pt-1">
        {(form === 'cli' || form === 'curl') && <ShellChoice />}
        <div className="w-full">
          <CodeBlock text={text} label={t(form)} />
        </div>
      </div>
    </DrawerSection>
  );
}
