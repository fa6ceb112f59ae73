import { describe, expect, it } from 'vitest';
import { emulator, page, problem, serveApi } from './api.test-kit';

serveApi();

describe('GET /api/enis, upstream failing', () => {
  it.each([
    ['account=denied', 403, 'cloud_forbidden'],
    ['account=inactive', 502, 'cloud_credentials_invalid'],
    ['account=sts-expired', 502, 'cloud_credentials_invalid'],
    ['account=throttled-beijing&region=cn-beijing', 429, 'upstream_throttled'],
  ])('answers %s with %s %s', async (query, status, code) => {
    const answer = await problem(query);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ code, upstreamRequestId: expect.stringMatching(/^[0-9A-F-]{36}$/) });
    if (status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.text).not.toMatch(/emulator-|string to sign/);
  });

  it('works with an STS token, and with an account that has nothing', async () => {
    expect((await page('account=sts&limit=10')).body.items).toHaveLength(10);
    expect((await page('account=empty')).body).toMatchObject({ items: [], cursor: null, failures: [] });
  });

  it.each([
    ['html502', 'upstream_bad_payload'],
    ['empty500', 'upstream_bad_payload'],
    ['nullBody', 'upstream_bad_payload'],
    ['redirect302', 'upstream_bad_payload'],
    ['code200', 'upstream_error'],
    ['truncatedJson', 'upstream_bad_payload'],
    ['reset', 'upstream_unreachable'],
    ['resetMidBody', 'upstream_unreachable'],
  ] as const)('makes a problem of %s, and answers the next request', async (effect, code) => {
    emulator().faults.set([{ effect }]);
    const { status, body, text } = await problem('limit=10');
    expect([502, 504]).toContain(status);
    expect(body.code).toBe(code);
    expect(text).not.toContain('<');
    emulator().faults.set([]);
    expect((await page('limit=10')).status).toBe(200);
  });

  it('says that the signature is wrong without the text that was signed', async () => {
    const message =
      'Specified signature is not matched with our calculation. server string to sign is:hush-hush';
    emulator().faults.set([{ effect: 'error', code: 'SignatureDoesNotMatch', status: 400, message }]);
    const { status, body, text } = await problem('limit=10');
    expect(status).toBe(502);
    expect(body).toMatchObject({ code: 'cloud_signature', upstreamCode: 'SignatureDoesNotMatch' });
    expect(text).not.toContain('hush-hush');
  });
});
