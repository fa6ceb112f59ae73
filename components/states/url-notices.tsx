'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { SearchIssue } from '@/lib/search/params';

type UrlNoticesProps = { issues: readonly SearchIssue[]; onDismiss: () => void };

const SHOWN = 80;
/** Readers do not read a closed list longer than this. */
const SPELLED = 8;

function UrlNotice({ issue }: { issue: SearchIssue }) {
  const t = useTranslations();
  const { field, value, code, allowed } = issue;
  const name = `${field}${value === undefined ? '' : `=${value}`}`.slice(0, SHOWN);
  const list = allowed.slice(0, SPELLED).join(', ') + (allowed.length > SPELLED ? ', …' : '');
  return (
    <li>
      {t.rich('notice.dropped', {
        field: () => <code className="break-all rounded-xs bg-surface px-1 text-xs">{name}</code>,
      })}{' '}
      <span className="text-ink-2">
        · {t(`problem.${code}.title`)}
        {list && ` · ${t('notice.allowed', { list })}`}
      </span>
    </li>
  );
}

/** The parts of the link that could not be applied, by name: the page never widens a filter silently. */
export function UrlNotices({ issues, onDismiss }: UrlNoticesProps) {
  const t = useTranslations('notice');
  if (issues.length === 0) return null;
  return (
    <section
      aria-label={t('label')}
      className="arrives flex max-h-40 shrink-0 items-start gap-2 overflow-auto border-warn-line border-y bg-warn-wash px-4 py-1.5 max-[720px]:px-3"
    >
      <span className="mt-0.5 text-warn">
        <Icon name="warn" />
      </span>
      <ul className="flex min-w-0 flex-col gap-1">
        {issues.map((issue, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same fault may come twice, and the list never moves
          <UrlNotice key={at} issue={issue} />
        ))}
      </ul>
      <span className="ml-auto">
        <Button size="small" onClick={onDismiss}>
          {t('dismiss')}
        </Button>
      </span>
    </section>
  );
}
