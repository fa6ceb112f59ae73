import { describe, expect, test } from 'vitest';
import {
  canonicalRequest,
  NonceStore,
  percentEncode,
  type SignedRequest,
  sha256,
  signatureOf,
  verify,
} from './signature';

const NOW = Date.parse('2026-11-23T07:03:16Z');

function signed(
  changes: Partial<Record<string, string>> = {},
  url = '/?RegionId=cn-hangzhou',
  body = '',
): SignedRequest {
  const bytes = Buffer.from(body);
  const headers: Record<string, string> = {
    host: '127.0.0.1:4010',
    'x-acs-action': 'DescribeNetworkInterfaces',
    'x-acs-version': '2014-05-26',
    'x-acs-date': '2026-11-23T07:03:16Z',
    'x-acs-signature-nonce': 'nonce-1',
    'x-acs-content-sha256': sha256(bytes),
  };
  for (const [name, value] of Object.entries(changes)) if (value !== undefined) headers[name] = value;
  const names = Object.keys(headers).sort();
  const request = { method: 'POST', url, headers, body: bytes };
  const signature = signatureOf(canonicalRequest(request, names), 'emulator-prod-secret');
  headers.authorization = `ACS3-HMAC-SHA256 Credential=emulator-prod-key,SignedHeaders=${names.join(';')},Signature=${signature}`;
  return request;
}

function outcome(request: SignedRequest, nonces = new NonceStore(), echoStringToSign = true): string {
  try {
    return verify(request, { nonces, now: NOW, echoStringToSign }).name;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

test('encodes what encodeURIComponent leaves bare', () => {
  expect(percentEncode("a b!'()*~-_.中")).toBe('a%20b%21%27%28%29%2A~-_.%E4%B8%AD');
});

describe('verify', () => {
  test.each([
    ['plain', '/?RegionId=cn-hangzhou'],
    ['Chinese and a space', `/?NetworkInterfaceName=${encodeURIComponent('支付网关-生产 07')}`],
    ['bare !()*~', '/?NetworkInterfaceName=a!(b)*~'],
    ['a token with + / =', `/?NextToken=${encodeURIComponent('a+b/c==')}`],
    ['numbers in code-unit order', '/?X.2=b&X.10=a&X.1=c'],
  ])('accepts %s', (_name, url) => {
    expect(outcome(signed({}, url))).toBe('prod');
  });

  test('the order and encoding of the query on the wire do not matter', () => {
    const request = signed({}, '/?B=2&A=%21x');
    expect(outcome({ ...request, url: '/?A=!x&B=2' })).toBe('prod');
  });

  test.each([
    ['a changed parameter', { url: '/?RegionId=cn-beijing' }, 'SignatureDoesNotMatch'],
    ['a changed body', { body: Buffer.from('x') }, 'SignatureDoesNotMatch'],
    ['a changed method', { method: 'GET' }, 'SignatureDoesNotMatch'],
  ])('refuses %s', (_name, change, code) => {
    expect(outcome({ ...signed(), ...change })).toBe(code);
  });

  test('refuses an x-acs header that was not signed', () => {
    const request = signed();
    request.headers['x-acs-extra'] = '1';
    expect(outcome(request)).toBe('SignatureDoesNotMatch');
  });

  test.each([
    ['2026-11-23T07:18:17Z', 'InvalidTimeStamp.Expired'],
    ['2026-11-23T06:48:15Z', 'InvalidTimeStamp.Expired'],
    ['2026-11-23T07:18:16Z', 'prod'],
    ['2026-11-23 07:03:16', 'InvalidTimeStamp.Format'],
    ['2026-99-99T07:03:16Z', 'InvalidTimeStamp.Format'],
  ])('date %s: %s', (date, code) => {
    expect(outcome(signed({ 'x-acs-date': date }))).toBe(code);
  });

  test('a nonce is good once', () => {
    const nonces = new NonceStore();
    expect(outcome(signed(), nonces)).toBe('prod');
    expect(outcome(signed(), nonces)).toBe('SignatureNonceUsed');
  });

  test('a request without ACS3 signature is incomplete', () => {
    expect(
      outcome({ method: 'GET', url: '/?SignatureVersion=1.0', headers: {}, body: Buffer.alloc(0) }),
    ).toBe('IncompleteSignature');
  });

  test('a mismatch echoes the string to sign, as the cloud does', () => {
    const verifyIt = (echoStringToSign: boolean) =>
      verify({ ...signed(), method: 'GET' }, { nonces: new NonceStore(), now: NOW, echoStringToSign });
    expect(() => verifyIt(true)).toThrow(/server string to sign is:GET\n/);
    expect(() => verifyIt(false)).toThrow(/our calculation\.$/);
  });
});

test('nonces are forgotten when their date could no longer pass', () => {
  const nonces = new NonceStore();
  for (let i = 0; i < 1000; i += 1) nonces.use(`n${i}`, NOW + i);
  expect(nonces.size).toBe(1000);
  nonces.use('late', NOW + 31 * 60_000);
  expect(nonces.size).toBe(1);
});
