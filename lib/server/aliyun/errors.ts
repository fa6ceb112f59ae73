import 'server-only';
import { z } from 'zod';
import { BEYOND_PERMISSIONS, CLOUD_ERRORS, cloudErrorKey, isCloudErrorCode } from '@/lib/eni/cloud-errors';
import { type ProblemCode, ProblemError } from '@/lib/eni/problem';
import messages from '@/lib/i18n/en.json';

/** Where a call went and what it was for; names the problem that it may become. `ramAction` is as RAM spells it. */
export type CallSite = {
  account: string;
  region: string;
  ramAction: string;
  /** The cloud's own time, in ms since the epoch, where the answer gave it. */
  cloudTime?: number | null;
};

/** The fields of an SDK error that may be looked at. Its message holds URLs and signed strings and is never passed on. */
const sdkErrorSchema = z.object({
  name: z.string().catch(''),
  code: z.string().catch(''),
  message: z.string().catch(''),
  statusCode: z.number().optional().catch(undefined),
  retryAfter: z.number().optional().catch(undefined),
  data: z
    .object({
      RequestId: z.string().optional().catch(undefined),
      Code: z.string().optional().catch(undefined),
      Message: z.string().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  accessDeniedDetail: z
    .object({ AuthAction: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

type Meaning = { code: ProblemCode; detail: string };
type Kind = Meaning & { match: RegExp };

/**
 * The meaning of codes that are not in the error table of DescribeNetworkInterfaces; the first match wins. Documents
 * disagree about the HTTP status, so the code decides. Source: the common codes of ECS; docs/UPSTREAM.md#errors
 */
const KINDS: readonly Kind[] = [
  {
    match: /Throttling/,
    code: 'upstream_throttled',
    detail: 'Alibaba Cloud refused the call because too many were made.',
  },
  {
    match: /^SignatureDoesNotMatch|^IncompleteSignature/,
    code: 'cloud_signature',
    detail: 'Alibaba Cloud could not verify the signature. Check the AccessKey secret on the server.',
  },
  {
    match: /^InvalidTimeStamp|^SignatureNonceUsed/,
    code: 'clock_skew',
    detail: "The server's clock differs from Alibaba Cloud's. Set it, then retry.",
  },
  {
    match: /^InvalidAccessKeyId|SecurityToken|^Abs\.InvalidAccount|^Forbidden\.AccessKeyDisabled/,
    code: 'cloud_credentials_invalid',
    detail: 'Alibaba Cloud does not accept the credentials of this account.',
  },
  {
    match: /^InvalidRegionId/,
    code: 'region_unavailable',
    detail: 'Alibaba Cloud does not serve this region to this account.',
  },
  {
    match: /^NoPermission|^Forbidden/,
    code: 'cloud_forbidden',
    detail: 'The RAM identity of this account may not make this call.',
  },
  {
    match: /^ServiceUnavailable|^InternalError|^UnknownError/,
    code: 'upstream_error',
    detail: 'Alibaba Cloud failed to answer. It usually passes; retry.',
  },
  {
    match: /Quota|LimitExceed|CountExceed/,
    code: 'cloud_quota',
    detail: 'A limit of Alibaba Cloud is reached.',
  },
  {
    match: /^(Invalid|Missing|Unsupported)/,
    code: 'upstream_rejected',
    detail: 'Alibaba Cloud did not accept the request.',
  },
];

/** The meaning of Node's own error codes where no answer came at all. */
const NETWORK: readonly Kind[] = [
  {
    match: /^(ENOTFOUND|EAI_AGAIN)/,
    code: 'upstream_dns',
    detail: 'The name of the endpoint cannot be resolved on this server.',
  },
  {
    match: /^(CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/,
    code: 'upstream_tls',
    detail:
      'No trusted TLS connection: check the certificate of the endpoint, its scheme, and any proxy between.',
  },
  {
    match: /^(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|EPIPE|ETIMEDOUT)/,
    code: 'upstream_unreachable',
    detail: 'The endpoint of Alibaba Cloud cannot be reached from this server.',
  },
];

/** Seconds to the start of the next clock minute, when a throttled API may be used again. */
function secondsToNextMinute(now = Date.now()): number {
  return Math.ceil((60_000 - (now % 60_000)) / 1000);
}

/** How far the server's clock is off, as a sentence; null where it is near enough. */
function clockDetail(cloudTime: number, now = Date.now()): string | null {
  const seconds = Math.round((cloudTime - now) / 1000);
  if (Math.abs(seconds) < 30) return null;
  return `The server's clock is ${Math.abs(seconds)} s ${seconds > 0 ? 'behind' : 'ahead of'} Alibaba Cloud's. Set it, then retry.`;
}

const EXPIRED_TOKEN: Meaning = {
  code: 'cloud_credentials_invalid',
  detail: 'Alibaba Cloud does not accept the credentials of this account.',
};

function isExpiredToken(code: string, message: string): boolean {
  return code === 'InvalidParameter' && message.includes('SecurityToken');
}

/** The meaning of a code of the cloud; an unknown code is a failure of the cloud only where its status says so. */
function meaningOf(upstreamCode: string, message: string, status: number): Meaning {
  if (isExpiredToken(upstreamCode, message)) return EXPIRED_TOKEN;
  if (isCloudErrorCode(upstreamCode)) {
    const { title, next } = messages.cloudError[cloudErrorKey(upstreamCode)];
    return { code: CLOUD_ERRORS[upstreamCode], detail: `${title}. ${next}` };
  }
  const kind = KINDS.find(({ match }) => match.test(upstreamCode));
  if (kind) return kind;
  const detail = 'Alibaba Cloud answered an error that this version does not know.';
  return { code: status >= 500 ? 'upstream_error' : 'upstream_unknown', detail };
}

/** What went wrong upstream, as a problem that is safe to show: no message of the SDK passes through. */
export function toUpstreamProblem(
  error: unknown,
  { account, region, ramAction, cloudTime }: CallSite,
): ProblemError {
  if (error instanceof ProblemError) return error;
  const where = { account, region };
  const parsed = sdkErrorSchema.safeParse(error);
  const sdk = parsed.success ? parsed.data : null;
  if (!sdk)
    return new ProblemError('upstream_error', { ...where, detail: 'The call to Alibaba Cloud failed.' });
  const upstreamCode = sdk.data?.Code ?? (sdk.statusCode ? sdk.code : '');
  if (upstreamCode === '') {
    if (sdk.name === 'RequestTimeoutError' || /Timeout/.test(sdk.message)) {
      return new ProblemError('upstream_timeout', {
        ...where,
        detail: 'Alibaba Cloud did not answer in time.',
      });
    }
    const network = NETWORK.find(({ match }) => match.test(sdk.code));
    if (network) return new ProblemError(network.code, { ...where, detail: network.detail });
    if (sdk.name === 'SyntaxError' || sdk.name === 'TypeError') {
      return new ProblemError('upstream_bad_payload', {
        ...where,
        detail:
          'The endpoint answered something that is not the ECS API. Check the endpoint and any proxy between.',
      });
    }
    return new ProblemError('upstream_error', { ...where, detail: 'The call to Alibaba Cloud failed.' });
  }
  const safeCode = /^[A-Za-z][A-Za-z0-9._-]{0,80}$/.test(sdk.data?.Code ?? '') ? upstreamCode : undefined;
  const { code, detail } = meaningOf(upstreamCode, sdk.data?.Message ?? '', sdk.statusCode ?? 0);
  const denied = sdk.accessDeniedDetail?.AuthAction;
  const named = denied && /^[a-z]+:[A-Za-z*]+$/.test(denied) ? denied : ramAction;
  return new ProblemError(code, {
    ...where,
    detail: (code === 'clock_skew' && cloudTime && clockDetail(cloudTime)) || detail,
    upstreamCode: safeCode,
    upstreamRequestId: requestIdIn(sdk.data?.RequestId),
    action: code === 'cloud_forbidden' && !BEYOND_PERMISSIONS.includes(upstreamCode) ? named : undefined,
    retryAfter:
      code === 'upstream_throttled'
        ? sdk.retryAfter
          ? Math.ceil(sdk.retryAfter / 1000)
          : secondsToNextMinute()
        : undefined,
  });
}

/** A RequestId as the API writes it, or undefined. */
export function requestIdIn(text: string | undefined): string | undefined {
  return text && /^[A-Za-z0-9-]{8,64}$/.test(text) ? text : undefined;
}
