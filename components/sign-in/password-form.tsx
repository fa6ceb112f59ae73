'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { refusalOf } from '@/lib/queries/fetch-json';
import { problemOf } from '@/lib/queries/problem-of';
import { BIG } from './door';
import { KeptLink, useKeptLink } from './kept-link';

const FIELD =
  'h-9 w-full rounded-sm border border-field bg-surface px-2.5 aria-invalid:border-danger [&:focus-visible]:-outline-offset-1';

/** What went wrong: how many tries are left, or how many seconds to wait, if the dashboard said so. */
type Failure = { code: string; left: number | null; wait: number | null };

async function send(form: { name: string; password: string; returnTo: string }): Promise<string | Failure> {
  try {
    const response = await fetch('/auth/password', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(form),
    });
    if (response.ok) return String((await response.json()).location);
    const { problem } = await refusalOf(response);
    const left = /^\d+/.exec(problem.detail ?? '')?.[0];
    return { code: problem.code, left: left ? Number(left) : null, wait: problem.retryAfter ?? null };
  } catch (error) {
    return { code: problemOf(error)?.code ?? 'dashboard_unreachable', left: null, wait: null };
  }
}

/** The one password of an instance, and a name for its record. */
export function PasswordForm({ returnTo }: { returnTo: string }) {
  const t = useTranslations('signIn');
  const link = useKeptLink(returnTo);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const ids = { name: useId(), hint: useId(), password: useId(), error: useId() };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setBusy(true);
    const answer = await send({
      name: String(given.get('name')),
      password: String(given.get('password')),
      returnTo: link.returnTo,
    });
    if (typeof answer === 'string') return window.location.assign(answer);
    setBusy(false);
    setFailure(answer);
    if (password.current) password.current.value = '';
    password.current?.focus();
  };
  return (
    <form onSubmit={submit} method="post" action="/auth/sign-in">
      <label htmlFor={ids.name} className="mb-1 block font-medium">
        {t('name')}
      </label>
      <input
        id={ids.name}
        name="name"
        required
        maxLength={100}
        autoComplete="name"
        aria-describedby={ids.hint}
        className={FIELD}
      />
      <p id={ids.hint} className="mt-1 mb-3.5 text-ink-2 text-xs leading-4.5">
        {t('nameSay')}
      </p>
      <label htmlFor={ids.password} className="mb-1 block font-medium">
        {t('password')}
      </label>
      <input
        id={ids.password}
        ref={password}
        name="password"
        type="password"
        required
        autoComplete="current-password"
        aria-invalid={failure !== null}
        aria-describedby={failure ? ids.error : undefined}
        className={FIELD}
      />
      <div role="alert" id={ids.error}>
        {failure && (
          <p className="mt-1 flex gap-1.5 text-danger text-xs leading-4.5">
            <span className="mt-0.5">
              <Icon name="deny" size={14} />
            </span>
            {failure.code === 'password_wrong'
              ? t('wrong', { left: failure.left ?? 0 })
              : failure.code === 'too_many_tries'
                ? t('tooMany', { seconds: failure.wait ?? 60 })
                : t('failed')}
          </p>
        )}
      </div>
      <button type="submit" disabled={isBusy} className={`${BIG} mt-3.5`}>
        {t('submit')}
      </button>
      <KeptLink shown={link.shown} />
    </form>
  );
}
