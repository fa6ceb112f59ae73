import 'server-only';
import { config } from './config/config';

/**
 * An account of the dashboard: a name, and where its credentials come from. Without a profile they come from the
 * official default chain; with `roleArn` they are used to assume that role. `regions` limits which regions are offered.
 */
export type Account = {
  name: string;
  profile: string | null;
  roleArn: string | null;
  /** What the role's trust policy requires besides the identity that assumes it. */
  externalId?: string;
  regions: readonly string[] | null;
};

/** The configured accounts in their order; the first is the default. */
export function accounts(): readonly Account[] {
  const { accounts: fromFile, profiles } = config();
  if (fromFile) return fromFile;
  if (profiles) return profiles.map((name) => ({ name, profile: name, roleArn: null, regions: null }));
  return [{ name: 'default', profile: null, roleArn: null, regions: null }];
}

/** The profile of the aliyun CLI that acts as an account: with a role to assume, the profile alone would be another account. */
export function cliProfileOf({ profile, roleArn }: Account): string | null {
  return roleArn === null ? profile : null;
}
