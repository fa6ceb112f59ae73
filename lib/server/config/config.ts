// Longer than a file should be: every setting stands in one list, with its type and what it depends on.
import 'server-only';
import { isIP } from 'node:net';
import { z } from 'zod';
import type { Cidr } from '@/lib/eni/ip';
import { HOLDER_CALL_IDS, type HolderCallId } from '@/lib/eni/optional-calls';
import { REGION_ID } from '@/lib/eni/region';
import { DEFAULT_POLICY, type Policy } from '@/lib/findings/policy';
import { ALL } from '@/lib/search/search';
import { asDiscoveries, type IpamDiscovery } from '../ipam-discoveries';
import { hostNameOf } from '../process/host-name';
import { isLoopback } from '../process/loopback';
import { type ConfiguredAccount, readAccountsFile } from './accounts-file';
import { asHostEntry, asIntegerIn, asList, asOneOf, asOrigin, asRedisUrl, asWords } from './config-values';
import { readPolicyFile } from './policy-file';
import { SECRETS_IN_FILES, withSecretFiles } from './secret-files';
import { setting } from './setting';
import { SIGN_IN_SHAPE, type SignIn, signInOf } from './sign-in-settings';

const AUTH_MODES = ['none', 'password', 'oidc', 'proxy'] as const;
export type AuthMode = (typeof AUTH_MODES)[number];
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** These values may contain a password, so no message repeats them. */
const SECRET = new Set<string>([
  ...SECRETS_IN_FILES,
  'ENI_ATLAS_PUBLIC_URL',
  'ENI_ATLAS_ECS_ENDPOINT',
  'ENI_ATLAS_VPC_ENDPOINT',
  'ENI_ATLAS_OTHER_ENDPOINT',
]);

const isNameOfProfile = (text: string) => /^[^\p{C}]{1,64}$/u.test(text);
// In a link the word means every account.
const isNameOfAccount = (text: string) => isNameOfProfile(text) && text !== ALL;
/** 32 bytes in base64url. */
export const isSessionKey = (text: string) => /^[\w-]{43}$/.test(text);
const isRegionId = (text: string) => REGION_ID.test(text);
const asListenHost = (text: string) => (isIP(text) || text === 'localhost' ? text : undefined);
const ENDPOINT = 'an http or https URL without path, such as http://127.0.0.1:4010';
const endpoint = () => setting<string | null>(ENDPOINT, null, asOrigin);

const environmentSchema = z.object({
  HOSTNAME: setting(
    'an IP address or localhost (a container often exports its own name here: set HOSTNAME=127.0.0.1)',
    '127.0.0.1',
    asListenHost,
  ),
  PORT: setting('a whole number from 1 to 65535', 3000, asIntegerIn(1, 65_535)),
  ENI_ATLAS_PROFILES: setting<string[] | null>(
    'names of aliyun CLI profiles, comma-separated, none twice, none of them all, which is every account',
    null,
    asList(isNameOfAccount),
  ),
  ENI_ATLAS_ACCOUNTS_FILE: setting<string | null>('the path of a JSON file', null, (text) => text),
  ENI_ATLAS_FINDINGS_FILE: setting<string | null>('the path of a JSON file', null, (text) => text),
  ENI_ATLAS_REGIONS: setting<string[] | null>(
    'region ids such as cn-hangzhou,cn-beijing, comma-separated, none twice',
    null,
    asList(isRegionId),
  ),
  ENI_ATLAS_ECS_ENDPOINT: endpoint(),
  ENI_ATLAS_VPC_ENDPOINT: endpoint(),
  ENI_ATLAS_OTHER_ENDPOINT: endpoint(),
  ENI_ATLAS_IPAM_DISCOVERIES: setting<IpamDiscovery[]>(
    'ids of resource discoveries such as ipam-res-disco-1a2b, each as id, account=id or account=id@region, comma-separated, one for an account',
    [],
    asDiscoveries,
  ),
  ENI_ATLAS_HOLDERS: setting<HolderCallId[]>(
    `${HOLDER_CALL_IDS.join(', ')}, comma-separated, none twice`,
    [],
    asWords(HOLDER_CALL_IDS),
  ),
  ENI_ATLAS_RATE: setting('a whole number from 1 to 1000', 8, asIntegerIn(1, 1000)),
  ENI_ATLAS_CONCURRENCY: setting('a whole number from 1 to 100', 8, asIntegerIn(1, 100)),
  ENI_ATLAS_CACHE_TTL: setting('a whole number of seconds from 0 to 3600', 15, asIntegerIn(0, 3600)),
  ENI_ATLAS_REDIS_URL: setting<string | null>('a redis:// or rediss:// URL', null, asRedisUrl),
  ENI_ATLAS_REDIS_SECRET: setting<string | null>(
    'at least 32 characters, the same in all replicas',
    null,
    (text) => (text.length >= 32 ? text : undefined),
  ),
  ENI_ATLAS_SESSION_KEYS: setting<string[] | null>(
    'keys of 32 bytes in base64url, comma-separated, none twice, the same in all replicas',
    null,
    asList(isSessionKey),
  ),
  ENI_ATLAS_REPLICAS: setting('a whole number from 1 to 100', 2, asIntegerIn(1, 100)),
  ENI_ATLAS_USAGE_METRICS: setting('a whole number of minutes from 0 (off) to 1440', 0, asIntegerIn(0, 1440)),
  ENI_ATLAS_AUTH: setting(AUTH_MODES.join(', '), 'none', asOneOf(AUTH_MODES)),
  ...SIGN_IN_SHAPE,
  ENI_ATLAS_ACCESS_FILE: setting<string | null>('the path of a JSON file', null, (text) => text),
  ENI_ATLAS_TOKENS_FILE: setting<string | null>('the path of a JSON file', null, (text) => text),
  ENI_ATLAS_AUDIT_FILE: setting<string | null>('the path of a file', null, (text) => text),
  ENI_ATLAS_AUDIT_FAIL_OPEN: setting<'true' | 'false'>('true, false', 'false', asOneOf(['true', 'false'])),
  ENI_ATLAS_METRICS_PORT: setting<number | null>(
    'a whole number from 1 to 65535',
    null,
    asIntegerIn(1, 65_535),
  ),
  ENI_ATLAS_ALLOWED_HOSTS: setting<string[]>(
    'host names or IP addresses without port, comma-separated; .example.com allows every name below it; * is not allowed',
    [],
    asList((text) => asHostEntry(text) !== undefined),
  ),
  ENI_ATLAS_PUBLIC_URL: setting<string | null>(
    'an http or https URL without path, such as https://enis.example.com',
    null,
    asOrigin,
  ),
  ENI_ATLAS_DEMO: setting<'true' | 'false'>('true, false', 'false', asOneOf(['true', 'false'])),
  ENI_ATLAS_LOG_LEVEL: setting(LOG_LEVELS.join(', '), 'info', asOneOf(LOG_LEVELS)),
  ENI_ATLAS_I_UNDERSTAND_NO_AUTH: setting<string | null>(
    'loopback-published',
    null,
    asOneOf(['loopback-published']),
  ),
  ALIBABA_CLOUD_PROFILE: setting<string | null>('the name of an aliyun CLI profile', null, (text) =>
    isNameOfProfile(text) ? text : undefined,
  ),
});

/** Every variable that the dashboard reads itself; the official credential chain reads more. */
export const VARIABLES = [
  ...Object.keys(environmentSchema.shape),
  ...SECRETS_IN_FILES.map((name) => `${name}_FILE`),
];

export type Environment = Readonly<Record<string, string | undefined>>;

export type Config = {
  /** How people sign in; with `none` the dashboard has one person on this machine. */
  authMode: AuthMode;
  /** The settings that this way to sign in needs. */
  signIn: SignIn;
  /** How long a session lasts at most, and how long unused, in ms. */
  sessionLasts: number;
  sessionIdle: number;
  /** Addresses of proxies whose `X-Forwarded-For` is trusted. */
  trustedProxies: readonly Cidr[];
  /** The file from which the session keys are read, where one is set. */
  sessionKeysFile: string | null;
  hostname: string;
  port: number;
  /**
   * Others may reach the port: they have to sign in, or the operator confirms that it is published on loopback only.
   */
  isOpenBindAccepted: boolean;
  profiles: readonly string[] | null;
  accounts: readonly ConfiguredAccount[] | null;
  /** The aliyun CLI profile that the default chain takes, where one is named. */
  currentProfile: string | null;
  regions: readonly string[] | null;
  ecsEndpoint: string | null;
  vpcEndpoint: string | null;
  /** The same for products that only optional calls use. */
  otherEndpoint: string | null;
  /** The discoveries of VPC IPAM that are asked who holds the addresses that no ENI has. */
  ipamDiscoveries: readonly IpamDiscovery[];
  /** The services asked which ENIs are theirs. */
  holders: readonly HolderCallId[];
  rate: number;
  concurrency: number;
  cacheTtl: number;
  redisUrl: string | null;
  /** Authenticates what replicas share; null uses the account's own key where that is permanent. */
  redisSecret: string | null;
  /** These keys seal data that clients send back: the first seals, all open. Null makes one at start. */
  sessionKeys: readonly string[] | null;
  /** How many replicas share the rate while the shared store is away. */
  replicas: number;
  /** Minutes between two readings of vSwitches for the metrics; 0 reads none. */
  usageMetrics: number;
  /** What the operator says of findings: thresholds, waivers, where EIPs are meant to be. */
  findingsPolicy: Policy;
  /** Paths of the files of grants, of tokens, and of the audit trail. */
  accessFile: string | null;
  tokensFile: string | null;
  auditFile: string | null;
  /** Answers are given even if they cannot be recorded. */
  isAuditFailOpen: boolean;
  /** Where the metrics have a listener of their own. */
  metricsPort: number | null;
  allowedHosts: readonly string[];
  publicUrl: string | null;
  /** The operator means others to reach it without being asked who they are. */
  isOpenToAll: boolean;
  demo: boolean;
  /** `next dev`: hot reload needs a WebSocket and eval. */
  isDevelopment: boolean;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Said once at start. */
  warnings: readonly string[];
};

/** Everything that is wrong with the environment, a line each. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

function toMessage(name: string, allowed: string, env: Environment): string {
  const given = SECRET.has(name) ? 'the value' : JSON.stringify(env[name]?.slice(0, 80));
  return `${name}: ${given} is not allowed. Allowed: ${allowed}.`;
}

/** The settings that are meant for access by others: those that name more than this machine. */
function settingsForOthers(publicUrl: string | null, allowedHosts: readonly string[]): string[] {
  const isForOthers = (host: string | null) => host !== null && !isLoopback(host);
  return [
    ...(isForOthers(publicUrl && hostNameOf(new URL(publicUrl).host)) ? ['ENI_ATLAS_PUBLIC_URL'] : []),
    ...(allowedHosts.some(isForOthers) ? ['ENI_ATLAS_ALLOWED_HOSTS'] : []),
  ];
}

function warningsOf(env: Environment): string[] {
  const unknown = Object.keys(env).filter(
    (name) => name.startsWith('ENI_ATLAS_') && !VARIABLES.includes(name),
  );
  return unknown.map((name) => `${name}: no such setting in this version; it has no effect.`);
}

/**
 * The configuration in an environment.
 * @throws ConfigError that lists every problem, not only the first
 */
export function parseConfig(given: Environment): Config {
  const { env, problems } = withSecretFiles(given);
  const parsed = environmentSchema.safeParse(env);
  if (!parsed.success)
    problems.push(
      ...parsed.error.issues.map(({ path, message }) => toMessage(String(path[0]), message, env)),
    );
  if (!parsed.success) throw new ConfigError(problems);
  const values = parsed.data;

  const isOpenBindAccepted = values.ENI_ATLAS_I_UNDERSTAND_NO_AUTH === 'loopback-published';
  const { signIn, problems: signInProblems } = signInOf(values);
  problems.push(...signInProblems);
  if (values.ENI_ATLAS_AUTH === 'none' && !isLoopback(values.HOSTNAME) && !isOpenBindAccepted)
    problems.push(
      `HOSTNAME: "${values.HOSTNAME}" can be reached from other machines, and ENI_ATLAS_AUTH=none lets anyone in. ` +
        'Allowed: 127.0.0.1, ::1, localhost. In a container whose port is published on loopback only, set ' +
        'ENI_ATLAS_I_UNDERSTAND_NO_AUTH=loopback-published.',
    );
  const file = values.ENI_ATLAS_ACCOUNTS_FILE ? readAccountsFile(values.ENI_ATLAS_ACCOUNTS_FILE) : null;
  if (file && 'problems' in file)
    problems.push(
      ...file.problems.map(
        (problem) =>
          `ENI_ATLAS_ACCOUNTS_FILE: ${problem}. Allowed: a JSON list of { name, profile?, roleArn?, externalId?, regions? }.`,
      ),
    );
  if (file && values.ENI_ATLAS_PROFILES)
    problems.push('ENI_ATLAS_PROFILES: ENI_ATLAS_ACCOUNTS_FILE is set too. Allowed: one of the two.');
  const policy = values.ENI_ATLAS_FINDINGS_FILE ? readPolicyFile(values.ENI_ATLAS_FINDINGS_FILE) : null;
  if (policy && 'problems' in policy)
    problems.push(
      ...policy.problems.map(
        (problem) =>
          `ENI_ATLAS_FINDINGS_FILE: ${problem}. Allowed: a policy as the findings page exports it.`,
      ),
    );
  if (problems.length > 0) throw new ConfigError(problems);
  const forOthers =
    values.ENI_ATLAS_AUTH === 'none'
      ? settingsForOthers(values.ENI_ATLAS_PUBLIC_URL, values.ENI_ATLAS_ALLOWED_HOSTS)
      : [];

  return {
    authMode: values.ENI_ATLAS_AUTH,
    signIn,
    sessionLasts: values.ENI_ATLAS_SESSION_HOURS * 3_600_000,
    sessionIdle: values.ENI_ATLAS_SESSION_IDLE_MINUTES * 60_000,
    trustedProxies: values.ENI_ATLAS_TRUSTED_PROXY_CIDRS,
    sessionKeysFile: given.ENI_ATLAS_SESSION_KEYS_FILE || null,
    hostname: values.HOSTNAME,
    port: values.PORT,
    isOpenBindAccepted: isOpenBindAccepted || values.ENI_ATLAS_AUTH !== 'none',
    profiles: values.ENI_ATLAS_PROFILES,
    accounts: file && 'accounts' in file ? file.accounts : null,
    currentProfile: values.ALIBABA_CLOUD_PROFILE,
    regions: values.ENI_ATLAS_REGIONS,
    ecsEndpoint: values.ENI_ATLAS_ECS_ENDPOINT,
    vpcEndpoint: values.ENI_ATLAS_VPC_ENDPOINT,
    otherEndpoint: values.ENI_ATLAS_OTHER_ENDPOINT,
    ipamDiscoveries: values.ENI_ATLAS_IPAM_DISCOVERIES,
    holders: values.ENI_ATLAS_HOLDERS,
    rate: values.ENI_ATLAS_RATE,
    concurrency: values.ENI_ATLAS_CONCURRENCY,
    cacheTtl: values.ENI_ATLAS_CACHE_TTL,
    redisUrl: values.ENI_ATLAS_REDIS_URL,
    redisSecret: values.ENI_ATLAS_REDIS_SECRET,
    sessionKeys: values.ENI_ATLAS_SESSION_KEYS,
    replicas: values.ENI_ATLAS_REPLICAS,
    findingsPolicy: policy && 'policy' in policy ? policy.policy : DEFAULT_POLICY,
    usageMetrics: values.ENI_ATLAS_USAGE_METRICS,
    accessFile: values.ENI_ATLAS_ACCESS_FILE,
    tokensFile: values.ENI_ATLAS_TOKENS_FILE,
    auditFile: values.ENI_ATLAS_AUDIT_FILE,
    isAuditFailOpen: values.ENI_ATLAS_AUDIT_FAIL_OPEN === 'true',
    metricsPort: values.ENI_ATLAS_METRICS_PORT,
    allowedHosts: values.ENI_ATLAS_ALLOWED_HOSTS.map((host) => host.toLowerCase()),
    publicUrl: values.ENI_ATLAS_PUBLIC_URL,
    isOpenToAll: forOthers.length > 0,
    demo: values.ENI_ATLAS_DEMO === 'true',
    isDevelopment: env.NODE_ENV === 'development',
    logLevel: values.ENI_ATLAS_LOG_LEVEL,
    warnings: [
      ...warningsOf(env),
      ...forOthers.map(
        (name) =>
          `${name}: others are to reach the dashboard, and ENI_ATLAS_AUTH=none asks nobody who they are: ` +
          'anyone who reaches it sees everything. docs/SIGN_IN.md',
      ),
    ],
  };
}

let memo: Config | null = null;

/** The configuration of this process, parsed on first use. */
export function config(): Config {
  memo ??= parseConfig(process.env);
  return memo;
}
