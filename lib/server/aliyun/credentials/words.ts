import 'server-only';
import { type CredentialFailure, credentialSourceKey } from '@/lib/eni/credential-failure';
import messages from '@/lib/i18n/en.json';
import { PROFILE_MODES } from './profile-source';

const fill = (text: string, values: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');

/** Why there is no credential, in the words of the English catalogue, for scripts and the log. */
export function failureDetail(failure: CredentialFailure): string {
  const { reason, profile = '', mode = '', fields = [] } = failure;
  const { title, next } = messages.credential[reason];
  const source = fill(messages.credential.source[credentialSourceKey(failure)], { profile, mode });
  const values = { source, profile, fields: fields.join(', '), modes: PROFILE_MODES.join(', ') };
  return `${fill(title, values)}. ${fill(next, values)}`;
}
