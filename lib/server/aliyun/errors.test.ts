import { describe, expect, it } from 'vitest';
import { toUpstreamProblem } from './errors';

const site = { account: 'prod', region: 'cn-hangzhou', ramAction: 'ecs:DescribeNetworkInterfaces' };
const problemOf = (error: unknown) => toUpstreamProblem(error, site).problem;
const sdk = (code: string, more: object = {}) =>
  Object.assign(new Error(`${code}: code: 400, secret-of-the-message request id: X`), {
    code,
    statusCode: 400,
    data: { Code: code, RequestId: 'A1B2C3D4-0000' },
    ...more,
  });

describe('toUpstreamProblem', () => {
  it.each([
    ['Throttling.User', 'upstream_throttled'],
    ['Throttling', 'upstream_throttled'],
    ['Rejected.Throttling', 'upstream_throttled'],
    ['SignatureDoesNotMatch', 'cloud_signature'],
    ['IncompleteSignature', 'cloud_signature'],
    ['InvalidTimeStamp.Expired', 'clock_skew'],
    ['SignatureNonceUsed', 'clock_skew'],
    ['InvalidAccessKeyId.NotFound', 'cloud_credentials_invalid'],
    ['InvalidAccessKeyId.Inactive', 'cloud_credentials_invalid'],
    ['InvalidSecurityToken.Expired', 'cloud_credentials_invalid'],
    ['MissingSecurityToken', 'cloud_credentials_invalid'],
    ['Abs.InvalidAccount.NotFound', 'cloud_credentials_invalid'],
    ['InvalidRegionId.MalFormed', 'region_unavailable'],
    ['Forbidden.RegionId', 'region_unavailable'],
    ['Forbidden.RAM', 'cloud_forbidden'],
    ['Forbidden.SubUser', 'cloud_forbidden'],
    ['NoPermission', 'cloud_forbidden'],
    ['ServiceUnavailable', 'upstream_error'],
    ['InternalError', 'upstream_error'],
    ['MissingParameter', 'upstream_rejected'],
    ['InvalidParameter', 'upstream_rejected'],
    ['UnsupportedParameter', 'upstream_rejected'],
    ['InvalidUserType.NotSupported', 'cloud_forbidden'],
    ['MaxEniCountExceeded', 'cloud_quota'],
    ['QuotaExceed.Novel', 'cloud_quota'],
    ['Novel.Code', 'upstream_unknown'],
  ])('%s is %s', (code, problem) => {
    expect(problemOf(sdk(code))).toMatchObject({
      code: problem,
      upstreamCode: code,
      upstreamRequestId: 'A1B2C3D4-0000',
      account: 'prod',
      region: 'cn-hangzhou',
    });
  });

  it('knows an expired STS token that comes as InvalidParameter', () => {
    const data = {
      Code: 'InvalidParameter',
      Message: 'The specified parameter "SecurityToken.Expired" is not valid.',
    };
    expect(problemOf(sdk('InvalidParameter', { data })).code).toBe('cloud_credentials_invalid');
  });

  it('names the RAM action: the one that was denied, else the one that was called', () => {
    expect(problemOf(sdk('Forbidden.RAM')).action).toBe('ecs:DescribeNetworkInterfaces');
    expect(
      problemOf(sdk('Forbidden.RAM', { accessDeniedDetail: { AuthAction: 'ecs:DescribeInstances' } })).action,
    ).toBe('ecs:DescribeInstances');
    expect(problemOf(sdk('Forbidden.RAM', { accessDeniedDetail: { AuthAction: '<script>' } })).action).toBe(
      'ecs:DescribeNetworkInterfaces',
    );
  });

  it('says when a throttled call may be made again', () => {
    expect(problemOf(sdk('Throttling.User', { retryAfter: 2400 })).retryAfter).toBe(3);
    const wait = problemOf(sdk('Throttling.User')).retryAfter ?? 0;
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
  });

  it.each([
    [
      Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:443 https://x/?Tag=secret'), {
        code: 'ECONNREFUSED',
      }),
      'upstream_unreachable',
    ],
    [Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }), 'upstream_dns'],
    [Object.assign(new Error('expired'), { code: 'CERT_HAS_EXPIRED' }), 'upstream_tls'],
    [Object.assign(new Error('aborted'), { code: 'ECONNRESET' }), 'upstream_unreachable'],
    [
      Object.assign(new Error('ReadTimeout(20000). POST https://x/?Tag=secret failed.'), {
        name: 'RequestTimeoutError',
      }),
      'upstream_timeout',
    ],
    [new SyntaxError('Unexpected token < in JSON secret'), 'upstream_bad_payload'],
    [new TypeError('Cannot read properties of null'), 'upstream_bad_payload'],
    ['thrown text', 'upstream_error'],
    [null, 'upstream_error'],
  ])('%s is %s', (error, code) => expect(problemOf(error).code).toBe(code));

  it('passes on no message, no URL and no signed string', () => {
    const echo = sdk('SignatureDoesNotMatch', {
      message: 'server string to sign is:POST&hush-hush',
      data: { Code: 'SignatureDoesNotMatch', Message: 'string to sign hush-hush' },
    });
    for (const error of [
      echo,
      sdk('<b>hush-hush</b>'),
      new SyntaxError('hush-hush'),
      Object.assign(new Error('hush-hush'), { code: 'hush-hush' }),
    ]) {
      expect(JSON.stringify(problemOf(error))).not.toContain('hush-hush');
    }
  });
});
