import 'server-only';
import { auditState } from './audit/audit';
import { filesValid, tokensUsed } from './auth/access';
import { config } from './config';
import { watchGauge } from './metrics';

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
  if (auditFile === null) return;
  watchGauge('auditWritable', () => [{ labels: {}, value: auditState()?.isWritable ? 1 : 0 }]);
  watchGauge('auditLost', () => [{ labels: {}, value: auditState()?.lost ?? 0 }]);
}
