import 'server-only';
import { accounts } from '../accounts';
import { shareRevocations } from '../auth/shared-revocations';
import { config } from '../config/config';
import { isGuarded } from '../http/guard-mark';
import { watchAccess } from '../metrics/access-metrics';
import { serveMetrics } from '../metrics/metrics-server';
import { startUsageMetrics } from '../metrics/usage-metrics';
import { warmRegions } from '../regions';
import { stopGracefully } from './graceful-stop';

/** The parts of sign-in that are needed from the start. Its libraries are loaded only where it is on. */
function startSignIn(): void {
  const { signIn, redisUrl, sessionLasts } = config();
  if (signIn.mode === 'none' || signIn.mode === 'proxy') return;
  if (redisUrl !== null) shareRevocations(redisUrl, sessionLasts);
  if (signIn.mode === 'oidc')
    void import('../auth/oidc/provider').then(({ warmProvider }) => warmProvider(signIn));
}

/** The tasks of a server process once before its first request. If no guard is installed, it ends with code 78. */
export function startServer(): void {
  if (!isGuarded()) {
    process.stderr.write(
      'eni-atlas: the guard is not loaded, so any web page could read your ENIs. Use npm start.\n',
    );
    process.exit(78);
  }
  stopGracefully(process);
  warmRegions(accounts());
  watchAccess();
  serveMetrics(config());
  startSignIn();
  const { usageMetrics } = config();
  if (usageMetrics > 0) startUsageMetrics(usageMetrics);
}
