import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { ApiError } from './errors';
import type { FaultRule } from './faults';
import { stringify } from './json';
import type { Switches } from './settings';
import { bomb, drip, flood } from './streams';

export interface Reply {
  status: number;
  contentType: string;
  headers: Record<string, string>;
  body: string;
}

const JSON_TYPE = 'application/json;charset=utf-8';
const GZIP = { 'content-encoding': 'gzip' };

/** A success. */
export function successReply(requestId: string, body: Record<string, unknown>): Reply {
  return {
    status: 200,
    contentType: JSON_TYPE,
    headers: {},
    body: stringify({ RequestId: requestId, ...body }),
  };
}

/** An error in the cloud's envelope, as JSON or XML. */
export function errorReply(requestId: string, host: string, error: ApiError, switches: Switches): Reply {
  const { accessDeniedDetail, retryAfterMs } = error.extras;
  const headers: Record<string, string> =
    retryAfterMs === undefined ? {} : { 'x-acs-retry-after': String(Math.ceil(retryAfterMs)) };
  if (switches.xmlErrors) {
    const body = `<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>${requestId}</RequestId><HostId>${escapeXml(host)}</HostId><Code>${escapeXml(error.code)}</Code><Message>${escapeXml(error.message)}</Message></Error>`;
    return { status: error.status, contentType: 'text/xml;charset=utf-8', headers, body };
  }
  const recommend = `https://api.aliyun.com/troubleshoot?q=${error.code}&product=Ecs&requestId=${requestId}`;
  const body = JSON.stringify({
    RequestId: requestId,
    ...(switches.errorHostId ? { HostId: host } : {}),
    Code: error.code,
    Message: error.message,
    ...(switches.errorRecommend ? { Recommend: recommend } : {}),
    ...(accessDeniedDetail ? { AccessDeniedDetail: accessDeniedDetail } : {}),
  });
  return { status: error.status, contentType: JSON_TYPE, headers, body };
}

/** Sends the reply, or what the fault makes of it. */
export async function send(
  response: ServerResponse,
  reply: Reply,
  requestId: string,
  fault: FaultRule | null,
): Promise<void> {
  const headers = (changed: Record<string, string> = {}) => ({
    'content-type': reply.contentType,
    'x-acs-request-id': requestId,
    'access-control-allow-origin': '*',
    ...reply.headers,
    ...changed,
  });
  const finish = (status: number, body: string | Buffer, changed?: Record<string, string>) => {
    const bytes = Buffer.from(body);
    response.writeHead(status, headers({ 'content-length': String(bytes.length), ...changed }));
    response.end(bytes);
  };
  switch (fault?.effect) {
    case 'html502':
      return finish(
        fault.status ?? 502,
        '<html><head><title>502 Bad Gateway</title></head><body><script>alert(1)</script></body></html>',
        {
          'content-type': 'text/html',
        },
      );
    case 'empty500':
      return finish(500, '');
    case 'nullBody':
      return finish(200, 'null');
    case 'bom':
      return finish(reply.status, `\uFEFF${reply.body}`);
    case 'redirect302':
      // With the body of a success, and a redirect back here, so that a client that follows it shows in the log of
      // calls.
      return finish(302, reply.body, { location: '/elsewhere' });
    case 'code200': {
      const code = fault.code ?? 'InternalError';
      return finish(
        200,
        JSON.stringify({ RequestId: requestId, Code: code, Message: fault.message ?? 'code in a 200' }),
      );
    }
    case 'wrongContentType':
      return finish(reply.status, reply.body, { 'content-type': 'text/plain' });
    case 'truncatedJson':
      return finish(reply.status, reply.body.slice(0, Math.floor(reply.body.length / 2)));
    case 'gzip':
      return finish(reply.status, gzipSync(reply.body), GZIP);
    case 'truncatedGzip': {
      const whole = gzipSync(reply.body);
      return finish(reply.status, whole.subarray(0, Math.floor(whole.length / 2)), GZIP);
    }
    case 'gzipBomb':
      response.writeHead(reply.status, headers(GZIP));
      return bomb(response, fault.megabytes ?? 10_000);
    case 'flood':
      response.writeHead(reply.status, headers());
      return flood(response, fault.megabytes ?? 10_000);
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'resetMidBody':
      response.writeHead(reply.status, headers({ 'content-length': String(Buffer.byteLength(reply.body)) }));
      response.write(reply.body.slice(0, Math.floor(reply.body.length / 2)), () =>
        response.socket?.resetAndDestroy(),
      );
      return;
    case 'slowDrip':
      response.writeHead(reply.status, headers());
      return drip(response, Buffer.from(reply.body), fault.ms ?? 200);
    case 'lateHeaders':
      await sleep(fault.ms ?? 5000);
      return finish(reply.status, reply.body);
    case 'hang':
      return;
    default:
      return finish(reply.status, reply.body);
  }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
