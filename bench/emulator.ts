import type { LoggedCall } from '../emulator/call-log';
import type { SettingsPatch } from '../emulator/settings';
import { startEmulatorProcess } from '../scripts/lib/demo-stack.mjs';

/** An emulator in a process of its own, so that it takes no time from what is measured. */
export type EmulatorControl = {
  url: string;
  change(settings: SettingsPatch): Promise<void>;
  /** The settings of its start, and no calls. */
  reset(): Promise<void>;
  /** What it was asked since the last reset. */
  calls(): Promise<LoggedCall[]>;
};

async function ask(url: string, path: string, body?: unknown): Promise<unknown> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const send = () => fetch(`${url}/_emulator/${path}`, init);
  // Once more, since a connection may have been closed while it lay idle.
  const response = await send().catch(send);
  if (!response.ok) throw new Error(`the emulator answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** Starts an emulator with so many ENIs; `vSwitches` is how many the largest region has. */
export async function launchEmulator(enis: number, vSwitches?: number): Promise<EmulatorControl> {
  const flags = vSwitches === undefined ? [] : ['--vswitches', String(vSwitches)];
  const url = await startEmulatorProcess(['--enis', String(enis), ...flags]);
  return {
    url,
    change: async (settings) => void (await ask(url, 'settings', settings)),
    reset: async () => void (await ask(url, 'reset', {})),
    calls: async () => ((await ask(url, 'calls')) as { calls: LoggedCall[] }).calls,
  };
}

export const isList = (call: LoggedCall) => call.action === 'DescribeNetworkInterfaces';
export const isThrottled = (call: LoggedCall) => call.code?.startsWith('Throttling') ?? false;
