import { Agent, get } from 'node:http';

export type Answer = { status: number; text: string; ms: number };
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
        const request = get(`${url}${path}`, { agent, headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              text: Buffer.concat(chunks).toString('utf8'),
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
export function bodyOf<T>({ status, text }: Answer): T {
  if (status !== 200) throw new Error(`answered ${status}: ${text.slice(0, 300)}`);
  return JSON.parse(text) as T;
}
