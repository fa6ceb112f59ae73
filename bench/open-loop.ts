import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Client } from './client';

/**
 * Asks at a steady rate whether or not earlier answers have come, as many people do. Resolves when the last answer
 * is there; what failed without one has status 0.
 */
export async function askSteadily(
  clients: readonly Client[],
  { rate, seconds, pathOf }: { rate: number; seconds: number; pathOf: (at: number) => string },
): Promise<Answer[]> {
  const started = performance.now();
  const asked: Promise<Answer>[] = [];
  for (let at = 0; at < rate * seconds; at += 1) {
    await sleep(Math.max(0, started + (at * 1000) / rate - performance.now()));
    const client = clients[at % clients.length] as Client;
    const askedAt = Date.now();
    asked.push(
      client.get(pathOf(at)).catch((error) => ({ status: 0, text: String(error), askedAt, ms: Number.NaN })),
    );
  }
  return Promise.all(asked);
}

/** A search that no client has sent before, answered by one upstream call: a name that no ENI has. */
export const distinctSearch = (prefix: string) => (at: number) =>
  `/api/enis?limit=10&name=bench-${prefix}-${at}`;
