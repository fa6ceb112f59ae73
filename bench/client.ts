import { Agent, get } from 'node:http';

/** `askedAt` is Unix time, and `ms` how long it took, both in ms. */
export type Answer = { status: number; text: string; askedAt: number; ms: number };
export type Client = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  close(): void;
};

/**
 * A client that keeps its connections and does little else. It asks for no compression, as the SDK that it is
 * compared with does not.
 */
export function createClient(url: string): Client {
  const agent = new Agent({ keepAlive: true });
  return {
    get: (path, headers = {}) =>
      new Promise((resolve, reject) => {
        const started = performance.now();
        const askedAt = Date.now();
        const request = get(`${url}${path}`, { agent, headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              text: Buffer.concat(chunks).toString('utf8'),
              askedAt,
              ms: performance.now() - started,
            }),
          );
        });
        request.on('error', reject);
      }),
    close: () => agent.destroy(),
  };
}

/** The body of an answer that has to be a success. */
export function bodyOf<T>({ status, text }: Pick<Answer, 'status' | 'text'>): T {
  if (status !== 200) throw new Error(`answered ${status}: ${text.slice(0, 300)}`);
  return JSON.parse(text) as T;
}
