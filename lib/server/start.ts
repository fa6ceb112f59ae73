import 'server-only';
import { watchAccess } from './access-metrics';
import { accounts } from './accounts';
import { config } from './config';
import { stopGracefully } from './graceful-stop';
import { isGuarded } from './http/guard-mark';
import { serveMetrics } from './metrics-server';
import { warmRegions } from './regions';
import { startUsageMetrics } from './usage-metrics';

/** What a server process does once before its first request. Without the guard before it, it ends with code 78. */
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
  const { usageMetrics } = config();
  if (usageMetrics > 0) startUsageMetrics(usageMetrics);
}
