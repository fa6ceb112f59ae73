import { createTranslator, type Locale, type Messages } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { CLOUD_ERROR_CODES, CLOUD_ERRORS } from '@/lib/eni/cloud-errors';
import { CREDENTIAL_REASONS } from '@/lib/eni/credential-failure';
import { PROBLEMS, type ProblemCode, ProblemError } from '@/lib/eni/problem';
import en from '@/lib/i18n/en.json';
import zh from '@/lib/i18n/zh-CN.json';
import { problemWords } from './problem-words';

/** What a page says about a problem. */
function wordsIn(locale: Locale, messages: unknown) {
  const t = createTranslator({ locale, messages: messages as Messages });
  return (code: ProblemCode, upstreamCode?: string) =>
    problemWords(t, new ProblemError(code, upstreamCode === undefined ? {} : { upstreamCode }).problem);
}

describe.each([
  ['en', en],
  ['zh-CN', zh],
] as const)('in %s', (locale, messages) => {
  const words = wordsIn(locale, messages);

  it.each(CLOUD_ERROR_CODES)('%s has words of its own, and says what to do', (code) => {
    const problem = CLOUD_ERRORS[code];
    const said = words(problem, code);
    const others = CLOUD_ERROR_CODES.filter((each) => each !== code).map((each) =>
      words(CLOUD_ERRORS[each], each),
    );
    expect(others.map(({ title }) => title)).not.toContain(said.title);
    expect(said.title).not.toBe(words(problem).title);
    expect(said.advice).not.toBe(words(problem).advice);
    expect(`${said.title} ${said.advice}`).not.toMatch(/cloudError|[{}]/);
  });

  it.each(Object.keys(PROBLEMS) as ProblemCode[])('%s by itself has words too', (code) => {
    const { title, advice } = words(code);
    expect(`${title} ${advice}`).not.toMatch(/problem\.|[{}]/);
  });

  it.each(CREDENTIAL_REASONS)('%s, of each kind of source, has words of its own', (reason) => {
    const t = createTranslator({ locale, messages: messages as Messages });
    for (const where of [{}, { mode: 'OIDC' }, { profile: 'prod' }, { profile: 'prod', mode: 'AK' }]) {
      const credential = { ...where, reason, fields: ['ram_role_arn'] };
      const details = { credential, allowed: ['StsToken'] };
      const { title, advice } = problemWords(t, new ProblemError('credentials_unavailable', details).problem);
      expect(`${title} ${advice}`).not.toMatch(/credential\.|[{}]/);
      if (reason === 'incomplete') expect(title).toContain('ram_role_arn');
      if (reason === 'mode_unsupported') expect(advice).toContain('StsToken');
      if (reason !== 'none_found' && 'profile' in where) expect(title).toContain('prod');
    }
  });

  it('says that a token has expired, though the cloud calls that an invalid parameter', () =>
    expect(words('cloud_credentials_invalid', 'InvalidParameter')).toEqual(
      words('cloud_credentials_invalid'),
    ));
});
