import 'server-only';
import type { Me } from '@/lib/eni/me';
import { accounts } from './accounts';
import { rightsOf } from './auth/access';
import { ROLES } from './auth/access-file';
import { askerOf, type Person, type ReadableHeaders } from './auth/asker';
import { grantIds, highestRole, type Rights, regionsGranted } from './auth/grants';
import { personKeyOf } from './auth/revoked';
import { config } from './config/config';

function scopeOf(rights: Rights): Me['scope'] {
  return accounts().flatMap(({ name }) => {
    const regions = regionsGranted(rights, name);
    if (regions?.length === 0) return [];
    const there =
      rights === 'every'
        ? []
        : rights.filter(({ accounts: some }) => some.includes(name) || some.includes('*'));
    const role = ROLES.findLast((each) => there.some((right) => right.role === each)) ?? 'viewer';
    return [{ account: name, regions: regions === null ? null : [...regions], role }];
  });
}

/** The display name of the identity provider; null where there is none. */
export function providerName(): string | null {
  const { signIn } = config();
  return signIn.mode === 'oidc' ? (signIn.providerName ?? new URL(signIn.issuer).host) : null;
}

/** The facts about a person that are shown to them. */
export function meOf(person: Person): Me {
  const rights = rightsOf(person);
  const { name, email, mode, issuer, subject, endsAt, idleEndsAt } = person;
  return {
    name,
    email,
    mode,
    provider: providerName(),
    key: personKeyOf(issuer, subject),
    role: highestRole(rights),
    scope: scopeOf(rights),
    grants: grantIds(rights),
    signedInAt: mode === 'proxy' ? null : endsAt - config().sessionLasts,
    endsAt,
    idleEndsAt: idleEndsAt ?? null,
  };
}

/** The person who sends a request; null where there is no sign-in, or nobody has signed in. */
export function personOf(headers: ReadableHeaders): Person | null {
  if (config().authMode === 'none') return null;
  try {
    const asker = askerOf(headers);
    return asker.kind === 'person' ? asker : null;
  } catch {
    return null;
  }
}
