import { parseArgs } from 'node:util';
import type { StartOptions } from './server';

export const USAGE = `npm run emulator -- [--enis 2400] [--vswitches N] [--seed 1] [--port 4010] [--host 127.0.0.1] [--latency MS] [--qps N]
                    [--per-minute N] [--throttle-window minute|second] [--token-ttl SECONDS] [--churn]`;

class UsageError extends Error {}

/** The options that the flags ask for. */
export function parseFlags(args: string[]): StartOptions {
  const { values } = parseArgs({
    args,
    options: {
      enis: { type: 'string', default: '2400' },
      vswitches: { type: 'string' },
      seed: { type: 'string', default: '1' },
      port: { type: 'string', default: '4010' },
      host: { type: 'string', default: '127.0.0.1' },
      latency: { type: 'string', default: '0' },
      qps: { type: 'string', default: '0' },
      'per-minute': { type: 'string', default: '0' },
      'throttle-window': { type: 'string', default: 'minute' },
      'token-ttl': { type: 'string', default: '3600' },
      churn: { type: 'boolean', default: false },
    },
  });
  const whole = (name: string, value: string, most: number, least = 0): number => {
    if (!/^\d{1,10}$/.test(value) || Number(value) > most || Number(value) < least) {
      throw new UsageError(
        `--${name} must be a whole number from ${least} to ${most}, not ${JSON.stringify(value)}`,
      );
    }
    return Number(value);
  };
  const throttleWindow = values['throttle-window'];
  if (throttleWindow !== 'minute' && throttleWindow !== 'second') {
    throw new UsageError(`--throttle-window must be minute or second, not ${JSON.stringify(throttleWindow)}`);
  }
  return {
    enis: whole('enis', values.enis, 1_000_000),
    ...(values.vswitches !== undefined && { vSwitches: whole('vswitches', values.vswitches, 5_000, 1) }),
    seed: whole('seed', values.seed, 2 ** 31),
    port: whole('port', values.port, 65_535),
    host: values.host,
    settings: {
      latencyMs: whole('latency', values.latency, 600_000),
      qps: whole('qps', values.qps, 1_000_000),
      callsPerMinute: whole('per-minute', values['per-minute'], 1_000_000),
      throttleWindow,
      tokenTtlSeconds: whole('token-ttl', values['token-ttl'], 1_000_000),
      switches: { churn: values.churn },
    },
  };
}
