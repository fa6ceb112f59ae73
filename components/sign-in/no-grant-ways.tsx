'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { signInHref, signOut } from '@/components/person/sign-out';
import { Button } from '@/components/ui/button';

/** The options of a person without a grant: ask again, sign in as somebody else, leave. */
export function NoGrantWays() {
  const t = useTranslations('signIn');
  const [hasFailed, setFailed] = useState(false);
  const change = async () => {
    if (await signOut({ goOn: false })) window.location.assign(signInHref(true));
    else setFailed(true);
  };
  const leave = async () => setFailed(!(await signOut()));
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button look="main" onClick={() => window.location.reload()}>
          {t('lookAgain')}
        </Button>
        <Button onClick={() => void change()}>{t('another')}</Button>
        <Button look="quiet" onClick={() => void leave()}>
          {t('signOut')}
        </Button>
      </div>
      {hasFailed && (
        <p role="alert" className="mt-2 text-danger">
          {t('failed')}
        </p>
      )}
    </>
  );
}
