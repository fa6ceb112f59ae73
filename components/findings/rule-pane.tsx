'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { PutAsideButton } from '@/components/basket/put-aside-button';
import { Button, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { idleEnisOf } from '@/lib/cleanup/candidates';
import type { Eni } from '@/lib/eni/eni';
import type { VSwitch } from '@/lib/eni/vswitch';
import { ruleOf } from '@/lib/findings/catalogue';
import { evidenceRows } from '@/lib/findings/evidence-rows';
import type { CannotRun, RuleGroup } from '@/lib/findings/find';
import { termsFor } from '@/lib/findings/links';
import type { RuleId } from '@/lib/findings/rule-ids';
import type { Waived } from '@/lib/findings/waivers';
import { routes } from '@/lib/queries/routes';
import type { Search } from '@/lib/search/search';
import { DEFAULT_VIEW } from '@/lib/search/view';
import { EvidenceTable } from './evidence-table';
import { MarkedFinding } from './marked-finding';
import { SeverityMark } from './severity-mark';
import { useFocusKept } from './use-focus-kept';
import type { PolicyControl } from './use-policy';
import { WaivedList } from './waived-list';

type RulePaneProps = {
  rule: RuleId;
  /** Null if it has no findings to show. */
  group: RuleGroup | null;
  cannotRun: CannotRun['because'] | null;
  waived: Waived['waived'];
  enis: readonly Eni[];
  vSwitches: readonly VSwitch[];
  search: Search;
  policy: PolicyControl;
  onOpenEni: (key: string) => void;
  /** Null if the rule is open because it is the worst: closing it would leave nothing to show. */
  onClose: (() => void) | null;
};

function Lines({ title, text }: { title: string; text: string }) {
  return (
    <section className="min-w-0">
      <h3 className="pb-1 font-semibold">{title}</h3>
      <ul className="grid gap-1 text-ink-2">
        {text.split('\n').map((line) => (
          <li key={line} className="flex gap-2">
            <span
              aria-hidden="true"
              className="mt-1.5 size-2.5 shrink-0 rounded-full border border-field border-dashed"
            />
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One rule: what it says, its evidence, its blind spots, and what can be done about it elsewhere. */
export function RulePane(props: RulePaneProps) {
  const { rule, group, cannotRun, waived, enis, vSwitches, search, policy, onOpenEni, onClose } = props;
  const t = useTranslations('findings');
  const words = useTranslations('putAside');
  const { version, severity, fields } = ruleOf(rule);
  const findings = group?.findings ?? [];
  const rows = useMemo(() => evidenceRows(group?.findings ?? [], enis, vSwitches), [group, enis, vSwitches]);
  const [chosen, setChosen] = useState<string | null>(null);
  const marked = findings.find(({ key }) => key === chosen) ?? findings[0] ?? null;
  const pane = useRef<HTMLElement>(null);
  useFocusKept(marked?.key ?? rule, () => {
    const find = (selector: string) => pane.current?.querySelector<HTMLElement>(selector);
    return find('[aria-current="true"]') ?? find('[role="grid"] [tabindex="0"]') ?? find('header button');
  });
  const idle = useMemo(() => idleEnisOf(group?.findings ?? [], enis), [group, enis]);
  const { terms, exact } = termsFor(findings, policy.policy.thresholds);
  return (
    <section
      ref={pane}
      aria-label={t(`rule.${rule}.title`)}
      className="flex min-h-0 min-w-0 flex-col overflow-y-auto bg-surface print:block"
    >
      <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 px-6 pt-3 max-[720px]:px-3">
        <SeverityMark severity={group?.severity ?? severity} />
        <h2 className="min-w-0 font-semibold text-lg">{t(`rule.${rule}.title`)}</h2>
        <span className="ml-auto flex items-center gap-2">
          {idle.length > 0 && (
            <PutAsideButton candidates={idle} label={words('idle', { count: idle.length })} />
          )}
          {terms.length > 0 && (
            <Link
              href={routes.explorer({ search: { ...search, terms }, view: { ...DEFAULT_VIEW } })}
              prefetch={false}
              className={buttonClass({ size: 'small' })}
              title={exact ? undefined : t('nearHint')}
            >
              {t(exact ? 'openList' : 'openNear')}
            </Link>
          )}
          {onClose !== null && (
            <Button look="quiet" size="small-icon" aria-label={t('close')} onClick={onClose}>
              <Icon name="cross" />
            </Button>
          )}
        </span>
      </header>
      {cannotRun !== null && (
        <p className="px-6 pt-1 font-medium max-[720px]:px-3">{t(`cannotRun.${cannotRun}`)}</p>
      )}
      <p className="px-6 py-1 text-ink-2 max-[720px]:px-3">
        {findings.length === 0
          ? cannotRun === null && t('ruleQuiet')
          : t(`rule.${rule}.says`, { count: findings.length, addresses: group?.addresses ?? 0 })}{' '}
        {t(`rule.${rule}.why`)}
      </p>
      <dl className="mx-6 my-2 grid shrink-0 grid-cols-3 rounded-md border border-line text-xs max-[720px]:mx-3 max-[720px]:grid-cols-1">
        <div className="px-3 py-2">
          <dt className="text-ink-3">{t('ruleLabel')}</dt>
          <dd>
            <span className="font-mono">{rule}</span> <span className="text-ink-3">v{version}</span>
          </dd>
        </div>
        <div className="border-line px-3 py-2 min-[721px]:border-l">
          <dt className="text-ink-3">{t('severityLabel')}</dt>
          <dd>{t(`severity.${severity}`)}</dd>
        </div>
        <div className="border-line px-3 py-2 min-[721px]:border-l">
          <dt className="text-ink-3">{t('fieldsLabel')}</dt>
          <dd className="break-words font-mono">{fields.join(', ')}</dd>
        </div>
      </dl>
      {findings.length > 0 && (
        <>
          <h3 className="px-6 pt-1 pb-1.5 font-semibold max-[720px]:px-3">
            {t('evidenceTitle')}{' '}
            <span className="font-normal text-ink-3 text-xs print:hidden">{t('evidenceHint')}</span>
          </h3>
          <div className="mx-6 flex max-h-96 min-h-40 flex-[2] flex-col rounded-md border border-line max-[720px]:mx-3 print:block print:border-0">
            <EvidenceTable
              rows={rows}
              marked={marked?.key ?? null}
              onMark={setChosen}
              isChosen={onClose !== null}
            />
          </div>
        </>
      )}
      <div className="grid shrink-0 grid-cols-2 gap-6 px-6 py-4 max-[900px]:grid-cols-1 max-[720px]:px-3">
        <div className="grid content-start gap-4">
          <Lines title={t('cannotSee')} text={t(`rule.${rule}.cannotSee`)} />
          <Lines title={t('falsePositives')} text={t(`rule.${rule}.falsePositives`)} />
        </div>
        {marked !== null && (
          <MarkedFinding
            key={marked.key}
            finding={marked}
            enis={enis}
            policy={policy}
            onOpenEni={onOpenEni}
          />
        )}
      </div>
      {waived.length > 0 && <WaivedList waived={waived} policy={policy} />}
    </section>
  );
}
