import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Theme } from '@/components/shell/theme';
import { CopyTextButton } from '@/components/ui/copy-text-button';
import type { Me } from '@/lib/eni/me';
import { Door } from './door';
import { NoGrantWays } from './no-grant-ways';

export type Brought = { me: Me; groups: readonly string[]; subject: string; requestId: string };

/** A grant to ask for; the parts that only its owner knows are left open. */
function grantFor({ groups, subject }: Brought): string {
  const who = groups[0] === undefined ? `user:${subject}` : `group:${groups[0]}`;
  return `{ "id": "…", "who": [${JSON.stringify(who)}], "role": "viewer",\n  "accounts": ["…"], "regions": ["…"] }`;
}

/** For a signed-in person who may see nothing: their identity, their claims, the grant to ask for. Never a loop. */
export function NoGrant({ theme, brought }: { theme: Theme | null; brought: Brought }) {
  const t = useTranslations('signIn');
  const format = useFormatter();
  const { me, groups, requestId } = brought;
  const grant = grantFor(brought);
  return (
    <Door theme={theme} isWide title={t('noGrantTitle')}>
      <p className="mt-1.5 mb-5 text-ink-2">{t('noGrantSay', { name: me.name })}</p>
      <dl className="mb-4.5 grid grid-cols-[148px_minmax(0,1fr)] border-line-strong border-y py-2 leading-7 max-[720px]:grid-cols-1">
        <Fact label={t('account')}>
          {me.email ?? me.name} {me.email && <span className="text-ink-2">{t('verified')}</span>}
        </Fact>
        <Fact label={t('through')}>
          {me.mode === 'oidc' ? me.provider : t(`mode.${me.mode}`)}{' '}
          {me.signedInAt !== null && (
            <span className="text-ink-2">
              {format.dateTime(me.signedInAt, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })}{' '}
              UTC
            </span>
          )}
        </Fact>
        <Fact label={t('groups')}>
          {groups.length === 0 ? (
            <b>{t('none')}</b>
          ) : (
            groups.map((group) => (
              <span key={group} className="mr-2 font-mono text-xs">
                {group}
              </span>
            ))
          )}
        </Fact>
        <Fact label={t('grants')}>
          <b>{t('none')}</b>
        </Fact>
      </dl>
      <h2 className="mb-1.5 font-semibold text-base">{t('whatToDo')}</h2>
      <ol className="text-ink-2">
        <Step n={1} title={t('askTitle')} say={t('askSay')}>
          <div className="relative mt-2">
            <pre className="whitespace-pre-wrap wrap-anywhere rounded-sm bg-sunken p-2.5 pr-24 font-mono text-ink text-xs max-[720px]:pt-10 max-[720px]:pr-2.5">
              {grant}
            </pre>
            <span className="absolute top-1.5 right-1.5">
              <CopyTextButton size="small" text={grant}>
                {t('copy')}
              </CopyTextButton>
            </span>
          </div>
        </Step>
        <Step n={2} title={t('groupTitle')} say={t('groupSay')} />
      </ol>
      <NoGrantWays />
      <p className="mt-3.5 text-ink-3 text-xs wrap-anywhere">
        <code>403 no_grant</code> · {t('request')} <code>{requestId}</code>
      </p>
    </Door>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2 max-[720px]:pt-1 max-[720px]:text-xs max-[720px]:leading-4.5">{label}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}

function Step({ n, title, say, children }: { n: number; title: string; say: string; children?: ReactNode }) {
  return (
    <li className="grid grid-cols-[24px_minmax(0,1fr)] pb-3">
      <span aria-hidden="true" className="text-ink-3">
        {n}
      </span>
      <div className="min-w-0">
        <b className="text-ink">{title}</b> {say}
        {children}
      </div>
    </li>
  );
}
