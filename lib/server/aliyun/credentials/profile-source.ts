import 'server-only';
import type { CliConfig, CliProfile } from './cli-config';
import { MODES } from './modes';
import { CredentialRefusal } from './refusal';
import { type CredentialSource, sourceOf } from './source';

/** The modes of a CLI profile that are understood. */
export const PROFILE_MODES = Object.keys(MODES);

/** A mode as it may be shown: any other text in its place is left out. */
const shownMode = (mode: string) => (/^[A-Za-z]{1,40}$/.test(mode) ? { mode } : {});

/** The profile of this name; of two with the same name the first, which the CLI takes too. */
export const profileIn = (config: CliConfig | null, name: string): CliProfile | null =>
  config?.profiles.find((profile) => profile.name === name) ?? null;

/** What a profile says of its credentials, its sources included, as one text: another text means another credential. */
export function stampOf(config: CliConfig | null, name: string, seen: readonly string[] = []): string {
  const profile = profileIn(config, name);
  if (!profile || seen.includes(name)) return '';
  const { needs = [], may = [] } = MODES[profile.mode] ?? {};
  const fields = [...needs, ...may].map((field) => profile[field] ?? null);
  const base = profile.source_profile ? stampOf(config, profile.source_profile, [...seen, name]) : '';
  return JSON.stringify([profile.mode, fields, base]);
}

/**
 * Where the credential of a profile comes from. Its own fields are checked first: the library would take a missing one
 * from the environment, which belongs to another account.
 * @throws CredentialRefusal `no_profile`, `mode_unsupported`, `incomplete`, `sign_in_expired`
 */
export function profileSource(
  config: CliConfig | null,
  name: string,
  seen: readonly string[] = [],
): CredentialSource {
  const profile = profileIn(config, name);
  if (!profile) throw new CredentialRefusal({ reason: 'no_profile', profile: name });
  const where = { profile: name, ...shownMode(profile.mode) };
  const mode = Object.hasOwn(MODES, profile.mode) ? MODES[profile.mode] : undefined;
  if (!mode) throw new CredentialRefusal({ ...where, reason: 'mode_unsupported' });
  const missing = mode.needs.filter((field) => !String(profile[field] ?? '').trim());
  if (missing.length > 0) throw new CredentialRefusal({ ...where, reason: 'incomplete', fields: missing });
  let base: CredentialSource | null = null;
  if (mode.needs.includes('source_profile')) {
    const source = profile.source_profile ?? '';
    if ([...seen, name].includes(source))
      throw new CredentialRefusal({ ...where, reason: 'incomplete', fields: ['source_profile'] });
    base = profileSource(config, source, [...seen, name]);
  }
  try {
    const { provider, ends } = mode.build(profile, base);
    return sourceOf(provider, {
      refused: mode.refused,
      where: mode.file ? { ...where, fields: [mode.file] } : where,
      ...(ends && { ends }),
    });
  } catch (error) {
    if (error instanceof CredentialRefusal)
      throw new CredentialRefusal({ ...where, ...error.failure }, error.upstreamCode);
    // The only thing left for the library to reject is the duration for which a role is requested.
    throw new CredentialRefusal({ ...where, reason: 'incomplete', fields: ['expired_seconds'] });
  }
}
