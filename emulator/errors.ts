interface AccessDeniedDetail {
  PolicyType: string;
  AuthPrincipalType: string;
  AuthPrincipalDisplayName: string;
  AuthPrincipalOwnerId: string;
  NoPermissionType: string;
  AuthAction: string;
  EncodedDiagnosticMessage: string;
}

export interface ApiErrorExtras {
  accessDeniedDetail?: AccessDeniedDetail;
  retryAfterMs?: number;
}

/** An answer with a Code, as the cloud would give it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly extras: ApiErrorExtras = {},
  ) {
    super(message);
  }
}

/** A mandatory parameter was not sent. */
export function missingParameter(name: string): ApiError {
  return new ApiError(
    400,
    'MissingParameter',
    `The input parameter "${name}" that is mandatory for processing this request is not supplied.`,
  );
}

/** A parameter has a value that the action does not accept; `suffix` gives codes such as InvalidParameter.NextToken. */
export function invalidParameter(name: string, suffix = ''): ApiError {
  return new ApiError(400, `InvalidParameter${suffix}`, `The specified parameter ${name} is not valid.`);
}

/** The region is not one that the account may use, or not a region at all. */
export function invalidRegion(): ApiError {
  return new ApiError(400, 'InvalidRegionId.MalFormed', 'The specified parameter RegionId is not valid. ');
}

/** The answer to a call above the limit. */
export function throttled(status: number, retryAfterMs?: number): ApiError {
  return new ApiError(
    status,
    'Throttling.User',
    'Request was denied due to user flow control.',
    retryAfterMs === undefined ? {} : { retryAfterMs },
  );
}

/** The answer of RAM to a call without permission; the detail names the action to grant. */
export function forbidden(product: string, action: string, ownerId: string, withDetail: boolean): ApiError {
  const message =
    "User not authorized to operate on the specified resource, or this API doesn't support RAM.";
  if (!withDetail) return new ApiError(403, 'Forbidden.RAM', message);
  const authAction = `${product}:${action}`;
  return new ApiError(403, 'Forbidden.RAM', message, {
    accessDeniedDetail: {
      PolicyType: 'AccountLevelIdentityBasedPolicy',
      AuthPrincipalType: 'SubUser',
      AuthPrincipalDisplayName: '204118390651277341',
      AuthPrincipalOwnerId: ownerId,
      NoPermissionType: 'ImplicitDeny',
      AuthAction: authAction,
      EncodedDiagnosticMessage: Buffer.from(`emulator diagnostic of ${authAction}`).toString('base64'),
    },
  });
}

/** No such action in this version of the API. */
export function unknownAction(): ApiError {
  return new ApiError(
    404,
    'InvalidAction.NotFound',
    'Specified api is not found, please check your url and method.',
  );
}
