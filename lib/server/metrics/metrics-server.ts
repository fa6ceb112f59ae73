import 'server-only';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import type { Config } from '../config/config';
import { markUnguarded } from '../http/guard-mark';
import { isAllowedHost, onlyHostHeader } from '../http/host-rule';
import { hostNameOf } from '../process/host-name';
import { METRICS_CONTENT_TYPE, metricsText } from './metrics';

type MetricsServerSettings = Pick<Config, 'hostname' | 'metricsPort' | 'allowedHosts' | 'publicUrl'>;

/** Prometheus uses the address of a pod. An address is not a name, so DNS rebinding cannot point it elsewhere. */
function isScraper(request: IncomingMessage, settings: MetricsServerSettings): boolean {
  const host = onlyHostHeader(request.rawHeaders);
  return host !== null && (isIP(hostNameOf(host) ?? '') !== 0 || isAllowedHost(host, settings));
}

function end(
  response: ServerResponse,
  status: number,
  body: string,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  settings: MetricsServerSettings,
): Promise<void> {
  if (!isScraper(request, settings)) return end(response, 421, 'This Host is not served here.\n');
  if (request.url?.split('?')[0] !== '/metrics') return end(response, 404, 'Only /metrics is here.\n');
  if (request.method !== 'GET') {
    response.setHeader('allow', 'GET');
    return end(response, 405, 'Metrics are only read.\n');
  }
  end(response, 200, await metricsText(), METRICS_CONTENT_TYPE);
}

/**
 * Serves the metrics, and nothing else, on a port of their own: everyone who reaches it may read them all. Ends the
 * process with code 78 where it cannot listen there.
 */
export function serveMetrics(settings: MetricsServerSettings): void {
  const { hostname, metricsPort } = settings;
  if (metricsPort === null) return;
  const server = createServer((request, response) => {
    answer(request, response, settings).catch(() => end(response, 500, 'The metrics could not be read.\n'));
  });
  markUnguarded(server);
  server.headersTimeout = 10_000;
  server.requestTimeout = 10_000;
  server.on('error', (error: NodeJS.ErrnoException) => {
    process.stderr.write(
      `eni-atlas: ENI_ATLAS_METRICS_PORT: cannot listen on ${metricsPort} (${error.code}).\n`,
    );
    process.exit(78);
  });
  server.listen(metricsPort, hostname).unref();
}
