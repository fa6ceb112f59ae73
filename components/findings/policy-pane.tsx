'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { saveFile } from '@/components/ui/save-file';
import { parsePolicy } from '@/lib/findings/parse-policy';
import { THRESHOLD_NAMES, THRESHOLDS, type ThresholdName } from '@/lib/findings/thresholds';
import type { Waived } from '@/lib/findings/waivers';
import type { PolicyControl } from './use-policy';
import { WaivedList } from './waived-list';

type ThresholdFieldProps = {
  name: ThresholdName;
  value: number;
  /** The stored policy cannot be read, so it is not overwritten. */
  isFixed: boolean;
  isOwn: boolean;
  onChange: (value: number) => void;
};

function ThresholdField({ name, value, isFixed, isOwn, onChange }: ThresholdFieldProps) {
  const t = useTranslations('findings');
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const { least, most } = THRESHOLDS[name];
  const isRight = (given: string) => {
    const number = given.trim() === '' ? Number.NaN : Number(given);
    return Number.isInteger(number) && number >= least && number <= most;
  };
  const isWrong = text !== null && !isRight(text);
  return (
    <div className="flex items-center justify-between gap-3 border-line border-b py-1">
      <label htmlFor={id} className={isOwn ? 'font-medium' : 'text-ink-2'}>
        {t(`threshold.${name}`)}
      </label>
      <span className="flex items-center gap-2">
        {isWrong && (
          <span id={`${id}-wrong`} role="alert" className="text-danger text-xs">
            {t('thresholdRange', { least, most })}
          </span>
        )}
        <input
          id={id}
          inputMode="numeric"
          readOnly={isFixed}
          value={text ?? value}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onChange={(event) => {
            setText(event.target.value);
            if (isRight(event.target.value)) onChange(Number(event.target.value));
          }}
          onBlur={() => setText(null)}
          className="h-6 w-24 rounded-sm border border-field bg-surface px-1.5 text-end aria-invalid:border-danger"
        />
      </span>
    </div>
  );
}

type Issues = PolicyControl['issues'];

function IssueList({ issues }: { issues: Issues }) {
  const t = useTranslations('findings');
  return (
    <ul role="alert" className="pt-2 text-danger text-xs">
      {issues.map(({ path, code, allowed }) => (
        <li key={`${path} ${code}`}>
          <code className="font-mono">{path}</code> {t(`policyIssue.${code}`)}
          {allowed && <span className="text-ink-3"> ({allowed.slice(0, 12).join(', ')})</span>}
        </li>
      ))}
    </ul>
  );
}

type PolicyPaneProps = { policy: PolicyControl; waived: Waived; onClose: () => void };

/** The policy of the rules: thresholds and waivers, kept in this browser, as a file for others or for the server. */
export function PolicyPane({ policy, waived, onClose }: PolicyPaneProps) {
  const t = useTranslations('findings');
  const [refused, setRefused] = useState<Issues>([]);
  const [isKept, setIsKept] = useState(true);
  const issues = refused.length > 0 ? refused : policy.issues;
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const parsed = parsePolicy(await file.text());
    setRefused('issues' in parsed ? parsed.issues : []);
    if ('policy' in parsed) setIsKept(policy.save(parsed.policy));
  };
  return (
    <section
      aria-label={t('policyTitle')}
      className="min-h-0 min-w-0 overflow-y-auto bg-surface px-6 py-3 max-[1180px]:border-line-strong max-[1180px]:border-t max-[720px]:px-3"
    >
      <header className="flex flex-wrap items-center gap-2 pb-1">
        <h2 className="font-semibold text-lg">{t('policyTitle')}</h2>
        <span className="ml-auto flex items-center gap-2">
          <label className="cursor-pointer text-accent text-xs underline-offset-2 focus-within:underline hover:underline">
            {t('policyImport')}
            <input
              type="file"
              accept=".json,application/json"
              className="sr-only"
              onChange={(event) => {
                void read(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          </label>
          <Button
            look="quiet"
            size="small"
            onClick={() =>
              saveFile(
                'eni-atlas-policy.json',
                'application/json',
                policy.unread ?? `${JSON.stringify(policy.policy, null, 2)}\n`,
              )
            }
          >
            <Icon name="download" size={14} />
            {t('policyExport')}
          </Button>
          <Button
            look="quiet"
            size="small"
            onClick={() => {
              setRefused([]);
              policy.clear();
            }}
          >
            {t('policyReset')}
          </Button>
          <Button look="quiet" size="small-icon" aria-label={t('close')} onClick={onClose}>
            <Icon name="cross" />
          </Button>
        </span>
      </header>
      <p className="max-w-160 text-ink-2">{t('policyText')}</p>
      {issues.length > 0 && <IssueList issues={issues} />}
      {policy.unread !== null && <p className="text-warn">{t('policyUnread')}</p>}
      {!isKept && <p className="text-warn text-xs">{t('notKept')}</p>}
      <h3 className="pt-4 pb-1 font-semibold">{t('thresholds')}</h3>
      <div className="max-w-160">
        {THRESHOLD_NAMES.map((name) => (
          <ThresholdField
            key={name}
            name={name}
            value={policy.policy.thresholds[name]}
            isFixed={policy.unread !== null}
            isOwn={policy.policy.thresholds[name] !== THRESHOLDS[name].usual}
            onChange={(value) =>
              setIsKept(
                policy.save({ ...policy.own, thresholds: { ...policy.own.thresholds, [name]: value } }),
              )
            }
          />
        ))}
      </div>
      <div className="-mx-6 pt-4 max-[720px]:-mx-3">
        {waived.waived.length > 0 && <WaivedList waived={waived.waived} policy={policy} />}
      </div>
      {waived.expired.length + waived.unmatched.length > 0 && (
        <p className="text-ink-2 text-xs">
          {t('waiversIdle', { expired: waived.expired.length, unmatched: waived.unmatched.length })}
        </p>
      )}
    </section>
  );
}
