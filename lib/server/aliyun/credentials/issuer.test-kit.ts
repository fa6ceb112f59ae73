import { once } from 'node:events';
import { createServer, Agent as HttpAgent, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { vi } from 'vitest';

/** A request as it came in over the wire. */
export type Asked = {
  host: string;
  method: string;
  path: string;
  query: URLSearchParams;
  body: string;
  headers: IncomingMessage['headers'];
};
export type Answer = { status?: number; body: unknown };

/** Hosts that the library has built in, and those that tests put into profiles. */
const LED_HERE = /aliyuncs\.com$|^oauth\.|^100\.100\.100\.200$|^sts\.test$/;

const stamp = (ms: number) => new Date(ms).toISOString().replace(/\.\d+/, '');

/** Credentials as STS writes them, which last for an hour. */
export const issued = (id: string) => ({
  AccessKeyId: id,
  AccessKeySecret: `${id}-secret`,
  SecurityToken: `${id}-token`,
  Expiration: stamp(Date.now() + 3_600_000),
});

/**
 * Issues credentials over real HTTP on this machine: STS, the metadata service, the sign-in services. The library has
 * their hosts built in, so sockets to those hosts are redirected here; what the library sends and how it reads answers
 * is its own.
 */
export async function startIssuer(answer: (asked: Asked) => Answer) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://issuer');
    const one: Asked = {
      host: request.headers.host ?? '',
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      body: await text(request),
      headers: request.headers,
    };
    asked.push(one);
    const { status = 200, body } = answer(one);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  for (const agent of [HttpAgent.prototype, HttpsAgent.prototype] as {
    createConnection: (...all: unknown[]) => unknown;
  }[]) {
    const real = agent.createConnection;
    vi.spyOn(agent, 'createConnection').mockImplementation(function (this: unknown, ...all) {
      const { host } = all[0] as { host: string };
      return LED_HERE.test(host) ? connect(port, '127.0.0.1') : real.apply(this, all);
    });
  }
  return {
    asked,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      vi.restoreAllMocks();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What the cloud answers to those who may ask. */
export function willing({ path, query }: Asked): Answer {
  if (path === '/latest/api/token') return { body: 'imds-token' };
  if (path.startsWith('/latest/meta-data/')) {
    const role = path.split('/').at(-1);
    return { body: role === '' ? 'reader' : { Code: 'Success', ...issued(`ecs-${role}`) } };
  }
  if (path === '/cloud-credentials') return { body: { CloudCredential: issued('sso-key') } };
  if (path === '/v1/token')
    return { body: { access_token: 'access-2', refresh_token: 'refresh-2', expires_in: 3600 } };
  if (path === '/v1/exchange') {
    const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = issued('oauth-key');
    const body = {
      accessKeyId: AccessKeyId,
      accessKeySecret: AccessKeySecret,
      securityToken: SecurityToken,
      expiration: Expiration,
    };
    return { body };
  }
  return { body: { Credentials: issued(`${query.get('Action')}-key`) } };
}

/** The credential that results from what was issued. */
export const temporary = (id: string) => ({
  accessKeyId: id,
  accessKeySecret: `${id}-secret`,
  securityToken: `${id}-token`,
});
