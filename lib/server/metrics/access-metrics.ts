import 'server-only';
import { auditState } from '../audit/audit';
import { filesValid, tokensEnding, tokensKnown, tokensUsed } from '../auth/access';
import { config } from '../config/config';
import { log } from '../log/log';
import { watchGauge } from './metrics';

/** How often to warn of tokens that end soon, in ms. */
const DAY = 24 * 3_600_000;

/** Warns of each token that ends within 14 days, now and once a day. */
export function warnOfTokens(now = Date.now()): void {
  for (const { id, name, owner, expires } of tokensEnding(now))
    log.warn({ token: id, name, owner, expires }, 'a token ends within 14 days');
}

/** Keeps the gauges of grants, tokens and the audit trail, where there are any. */
export function watchAccess(): void {
  const { authMode, auditFile } = config();
  if (authMode !== 'none') {
    watchGauge('fileValid', () =>
      filesValid().map(({ file, isValid }) => ({ labels: { file }, value: isValid ? 1 : 0 })),
    );
    watchGauge('tokenLastUsed', () =>
      [...tokensUsed()].map(([token, at]) => ({ labels: { token }, value: Math.round(at / 1000) })),
    );
  }
  if (config().tokensFile !== null && authMode !== 'none') {
    watchGauge('tokenExpires', () =>
      tokensKnown().map(({ id, expires }) => ({ labels: { token: id }, value: Date.parse(expires) / 1000 })),
    );
    warnOfTokens();
    setInterval(() => warnOfTokens(), DAY).unref();
  }
  if (auditFile === null) return;
  watchGauge('auditWritable', () => [{ labels: {}, value: auditState()?.isWritable ? 1 : 0 }]);
  watchGauge('auditLost', () => [{ labels: {}, value: auditState()?.lost ?? 0 }]);
}
