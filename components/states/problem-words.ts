import type { useTranslations } from 'next-intl';
import { cloudErrorKey, wordsCodeOf } from '@/lib/eni/cloud-errors';
import { credentialSourceKey } from '@/lib/eni/credential-failure';
import type { Problem } from '@/lib/eni/problem';

/** What happened and what to do, in the reader's language: by the cloud's own code where it is a known one. */
export function problemWords(
  t: ReturnType<typeof useTranslations<never>>,
  problem: Problem,
): { title: string; advice: string } {
  const known = wordsCodeOf(problem);
  if (known !== null) {
    const key = cloudErrorKey(known);
    return { title: t(`cloudError.${key}.title`), advice: t(`cloudError.${key}.next`) };
  }
  if (problem.credential) {
    const { reason, profile = '', mode = '', fields = [] } = problem.credential;
    const values = {
      source: t(`credential.source.${credentialSourceKey(problem.credential)}`, { profile, mode }),
      profile,
      fields: fields.join(', '),
      modes: problem.allowed?.join(', ') ?? '',
    };
    return { title: t(`credential.${reason}.title`, values), advice: t(`credential.${reason}.next`, values) };
  }
  const values = {
    action: problem.action ?? '',
    retryAfter: problem.retryAfter ?? 0,
    field: problem.field ?? '',
    region: problem.region ?? '',
    account: problem.account ?? '',
    cause: problem.cause ? t(`problem.${problem.cause}.title`) : '',
  };
  return {
    title: t(`problem.${problem.code}.title`, values),
    advice: t(`problem.${problem.code}.next`, values),
  };
}
