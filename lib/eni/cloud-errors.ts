import type { ProblemCode } from './problem';

/**
 * The error table of DescribeNetworkInterfaces: what each code of the cloud becomes. Its words for people are in the
 * message catalogues under `cloudError`, by {@link cloudErrorKey}; what is done after each problem is in
 * lib/server/traffic/after-failure.ts. Most are written for calls that change something, and an answer may have any.
 */
export const CLOUD_ERRORS = {
  MissingParameter: 'upstream_rejected',
  UnsupportedParameter: 'upstream_rejected',
  InvalidParameter: 'upstream_rejected',
  'InvalidInstanceID.Malformed': 'upstream_rejected',
  'InvalidOperation.InvalidEcsState': 'upstream_rejected',
  'InvalidOperation.InvalidEniState': 'upstream_rejected',
  'InvalidOperation.DetachPrimaryEniNotAllowed': 'upstream_rejected',
  'Forbidden.RegionId': 'region_unavailable',
  'InvalidRegionId.MalFormed': 'region_unavailable',
  'InvalidUserType.NotSupported': 'cloud_forbidden',
  'Abs.InvalidAccount.NotFound': 'cloud_credentials_invalid',
  'Forbidden.NotSupportRAM': 'cloud_forbidden',
  'Forbidden.SubUser': 'cloud_forbidden',
  MaxEniCountExceeded: 'cloud_quota',
  EniPerInstanceLimitExceeded: 'cloud_quota',
  'InvalidOperation.AvailabilityZoneMismatch': 'upstream_rejected',
  'InvalidOperation.VpcMismatch': 'upstream_rejected',
  SecurityGroupInstanceLimitExceed: 'cloud_quota',
  'InvalidSecurityGroupId.NotVpc': 'upstream_rejected',
  'InvalidOperation.InvalidEniType': 'upstream_rejected',
  'InvalidVpc.Empty': 'upstream_rejected',
  'InvalidOperation.InvalidEniPageNumber': 'upstream_rejected',
  'InvalidVpc.Indeterminacy': 'upstream_rejected',
  'InvalidEcsId.NotFound': 'upstream_rejected',
  'InvalidEniId.NotFound': 'upstream_rejected',
  'InvalidVSwitchId.NotFound': 'upstream_rejected',
  'InvalidSecurityGroupId.NotFound': 'upstream_rejected',
} as const satisfies Record<string, ProblemCode>;

export type CloudErrorCode = keyof typeof CLOUD_ERRORS;

export const CLOUD_ERROR_CODES = Object.keys(CLOUD_ERRORS) as CloudErrorCode[];

/** Refusals that no permission resolves: the dashboard suggests no grant for them. */
export const BEYOND_PERMISSIONS: readonly string[] = [
  'InvalidUserType.NotSupported',
  'Forbidden.NotSupportRAM',
] satisfies CloudErrorCode[];

export function isCloudErrorCode(code: string): code is CloudErrorCode {
  return Object.hasOwn(CLOUD_ERRORS, code);
}

type Underscored<T extends string> = T extends `${infer Head}.${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : T;

/** The key of a code's words; a dot in a key of the catalogues would part it. */
export function cloudErrorKey<T extends CloudErrorCode>(code: T): Underscored<T> {
  return code.replaceAll('.', '_') as Underscored<T>;
}

/**
 * The code whose text says more than that of the problem itself; null where the problem's says enough.
 * @param problem an `InvalidParameter` that turned out to be an expired token is not one of its filters
 */
export function wordsCodeOf(problem: {
  code: ProblemCode;
  upstreamCode?: string | undefined;
}): CloudErrorCode | null {
  const { code, upstreamCode = '' } = problem;
  return isCloudErrorCode(upstreamCode) && CLOUD_ERRORS[upstreamCode] === code ? upstreamCode : null;
}
