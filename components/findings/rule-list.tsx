'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { Found, RuleGroup } from '@/lib/findings/find';
import { SEVERITIES, type Severity } from '@/lib/findings/finding';
import type { RuleId } from '@/lib/findings/rule-ids';
import { SeverityMark } from './severity-mark';
import { useFocusKept } from './use-focus-kept';
import { useRuleWalk } from './use-rule-walk';

type RuleListProps = {
  groups: readonly RuleGroup[];
  found: Found;
  open: RuleId | null;
  /** A rule is open beside the list; on narrow screens it replaces the list. */
  isBeside: boolean;
  onOpen: (rule: RuleId) => void;
};

function RuleRow({
  group,
  isOpen,
  onOpen,
}: {
  group: RuleGroup;
  isOpen: boolean;
  onOpen: (rule: RuleId) => void;
}) {
  const t = useTranslations('findings');
  const { number } = useFormatter();
  const { rule, findings, addresses } = group;
  // For groups or vSwitches the figure would be a sum over overlapping addresses.
  const isHeld = findings.every(({ subject }) => subject.kind === 'eni');
  return (
    <li>
      <button
        type="button"
        data-rule={rule}
        data-walked
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => onOpen(rule)}
        className="grid w-full cursor-pointer grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-line border-b bg-surface py-2 pr-4 pl-10 text-start hover:bg-hover aria-[current=true]:bg-accent-wash aria-[current=true]:shadow-[inset_3px_0_0_var(--color-accent)]"
      >
        <span className="text-ink">{t(`rule.${rule}.title`)}</span>
        <span className="text-end font-medium">{number(findings.length)}</span>
        <span className="truncate font-mono text-ink-3 text-xs">{rule}</span>
        <span className="text-end text-ink-3 text-xs">
          {isHeld && addresses > 0 && t('holds', { count: addresses })}
        </span>
      </button>
    </li>
  );
}

/** Every rule that found something, by severity; apart from risk, rules that could not run, and data problems. */
export function RuleList({ groups, found, open, isBeside, onOpen }: RuleListProps) {
  const t = useTranslations('findings');
  const mark = useTranslations('mark');
  const { number } = useFormatter();
  const list = useRef<HTMLElement>(null);
  useFocusKept(isBeside ? open : null, (rule) =>
    list.current?.querySelector<HTMLElement>(`[data-rule="${rule}"]`),
  );
  const { onKeyDown } = useRuleWalk(list);
  const bySeverity = (severity: Severity) => groups.filter((group) => group.severity === severity);
  return (
    <nav
      ref={list}
      aria-label={t('rules')}
      onKeyDown={onKeyDown}
      className={`min-h-0 overflow-auto border-line-strong border-r bg-canvas ${isBeside ? 'max-[1180px]:hidden print:hidden' : ''}`}
    >
      {groups.length === 0 && <p className="px-4 py-6 text-ink-2">{t('nothing')}</p>}
      {SEVERITIES.map((severity) => {
        const own = bySeverity(severity);
        if (own.length === 0) return null;
        const all = own.flatMap(({ findings }) => findings);
        const exact = all.filter((finding) => finding.severity === severity).length;
        return (
          <section key={severity} aria-label={t(`severity.${severity}`)}>
            <h2 className="flex h-8 items-center gap-2 border-line border-b px-4 font-semibold">
              <SeverityMark severity={severity} />
              {t(`severity.${severity}`)}
              <span className="font-normal text-ink-3 text-xs">
                {number(all.length)}
                {exact < all.length && ` ${t('ofThisSeverity', { count: exact })}`}
              </span>
            </h2>
            <ul>
              {own.map((group) => (
                <RuleRow key={group.rule} group={group} isOpen={group.rule === open} onOpen={onOpen} />
              ))}
            </ul>
          </section>
        );
      })}
      {found.cannotRun.length > 0 && (
        <details className="px-4 py-2 text-ink-2 text-xs">
          <summary className="cursor-pointer">
            {t('cannotRunCount', { count: found.cannotRun.length })}
          </summary>
          <ul className="py-1 pl-4">
            {found.cannotRun.map(({ rule, because }) => (
              <li key={rule}>{t(`rule.${rule}.title`) + mark('colon') + t(`cannotRun.${because}`)}</li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  );
}
