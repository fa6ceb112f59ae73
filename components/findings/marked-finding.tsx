'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { PutAsideButton } from '@/components/basket/put-aside-button';
import { ShellChoice } from '@/components/commands/shell-choice';
import { useCallWriter } from '@/components/commands/use-call-writer';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { CopyTextButton } from '@/components/ui/copy-text-button';
import { idleEnisOf } from '@/lib/cleanup/candidates';
import { type Eni, eniKey } from '@/lib/eni/eni';
import { SHELLS } from '@/lib/export/shells';
import { commandFor } from '@/lib/findings/commands';
import { type Finding, subjectText } from '@/lib/findings/finding';
import { useEvidenceWords } from './use-evidence-words';
import { useKept } from './use-kept';
import type { PolicyControl } from './use-policy';
import { WaiverForm } from './waiver-form';

type MarkedFindingProps = {
  finding: Finding;
  /** All ENIs that were read. */
  enis: readonly Eni[];
  policy: PolicyControl;
  onOpenEni: (key: string) => void;
};

/** What can be done about one finding: a command to copy, a look at the ENI, or a waiver. This page changes nothing. */
export function MarkedFinding({ finding: found, enis, policy, onOpenEni }: MarkedFindingProps) {
  const t = useTranslations('findings');
  const { finding, isAsking } = useKept(found, enis);
  const [isWaiving, setIsWaiving] = useState(false);
  const evidence = useEvidenceWords()(finding.evidence);
  const { writer } = useCallWriter();
  const { notes, look, act: offered } = commandFor(finding, writer);
  const act = isAsking ? null : offered;
  const lines = act === null ? [look] : [SHELLS[writer.shell].comment(t('lookFirst')), look, act];
  const text = [...notes, ...lines].join('\n');
  const { subject, keep } = finding;
  const idle = useMemo(() => idleEnisOf([finding], enis), [finding, enis]);
  return (
    <section aria-label={t('marked')} className="min-w-0 print:hidden">
      <header className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1 pb-1">
        <h3 className="font-semibold">{t('marked')}</h3>
        {idle.length > 0 && <PutAsideButton candidates={idle} />}
      </header>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 pb-3 text-xs">
        {evidence.map(({ label, said }) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className="break-words">{said}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 pb-1">
        <h3 className="font-semibold">
          {t('command')} <span className="font-normal text-ink-3 text-xs">{t('commandHint')}</span>
        </h3>
        <ShellChoice />
      </div>
      <CodeBlock text={text} label={t('command')} />
      {keep !== null && <p className="pt-2 text-ink-2">{t(`keep.${keep}`)}</p>}
      <div className="flex flex-wrap gap-2 pt-2">
        <CopyTextButton size="small" text={text}>
          {t('copyCommand')}
        </CopyTextButton>
        {subject.kind === 'eni' && (
          <Button size="small" onClick={() => onOpenEni(eniKey(subject))}>
            {t('openEni')}
          </Button>
        )}
        <Button
          size="small"
          disabled={policy.unread !== null}
          title={policy.unread === null ? undefined : t('policyUnread')}
          aria-expanded={isWaiving}
          onClick={() => setIsWaiving(!isWaiving)}
        >
          {t('waive')}
        </Button>
      </div>
      {isWaiving && (
        <WaiverForm
          subject={subjectText(subject)}
          onWaive={(reason, expires) =>
            policy.save({
              ...policy.own,
              waivers: [
                ...policy.own.waivers,
                { rule: finding.rule, subject: subjectText(subject), reason, expires },
              ],
            })
          }
        />
      )}
    </section>
  );
}
