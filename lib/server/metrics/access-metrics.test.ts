import { afterEach, expect, test, vi } from 'vitest';
import type { Token } from '../auth/token-file';

const NOW = Date.parse('2026-12-01T00:00:00Z');
const DAY = 24 * 3_600_000;

const token = (id: string, days: number): Token => ({
  id,
  name: id,
  sha256: '0'.repeat(64),
  owner: 'net',
  scopes: ['read'],
  accounts: ['*'],
  regions: ['*'],
  created: '2026-01-01',
  expires: new Date(NOW + days * DAY).toISOString(),
});

afterEach(() => vi.restoreAllMocks());

test('tokens that end within 14 days are told of, the next first; those that have ended no more', async () => {
  const { signIn, withoutSignIn } = await import('../auth/asked-by.test-kit');
  const { tokensEnding, tokensKnown } = await import('../auth/access');
  const { warnOfTokens } = await import('./access-metrics');
  const { log } = await import('../log/log');
  const warn = vi.spyOn(log, 'warn').mockImplementation(() => {});
  signIn([], [token('far_away', 15), token('in_14days', 14), token('tomorrow', 1), token('is_ended', -1)]);
  expect(tokensEnding(NOW).map(({ id }) => id)).toEqual(['tomorrow', 'in_14days']);
  expect(tokensKnown(NOW)).toHaveLength(4);
  warnOfTokens(NOW);
  expect(warn.mock.calls.map(([facts]) => (facts as unknown as { token: string }).token)).toEqual([
    'tomorrow',
    'in_14days',
  ]);
  expect(JSON.stringify(warn.mock.calls)).not.toContain('sha256');
  withoutSignIn();
});
