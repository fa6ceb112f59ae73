import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanEnvironment } from './environment.mjs';
import { endWith, start } from './processes.mjs';

/** The accounts of the demo, by the names of the emulator's keys; the first is where it opens. */
export const DEMO_ACCOUNTS = ['prod', 'staging', 'audit'];

/** Writes a home folder whose aliyun CLI has a profile for each named key of the emulator. */
export function writeHome(names, region = 'cn-hangzhou') {
  const home = mkdtempSync(join(tmpdir(), 'eni-atlas-home-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  const profiles = names.map((name) => ({
    name,
    mode: 'AK',
    access_key_id: `emulator-${name}-key`,
    access_key_secret: `emulator-${name}-secret`,
    region_id: region,
  }));
  mkdirSync(join(home, '.aliyun'));
  writeFileSync(join(home, '.aliyun/config.json'), JSON.stringify({ current: names[0], profiles }));
  return home;
}

/** Arguments of Node that run the emulator from its sources. */
const FROM_SOURCES = ['--import', 'tsx', 'emulator/main.ts'];

/**
 * Starts the emulator and resolves to its URL.
 * @param {string[]} args its flags
 * @param {string[]} program arguments of Node that run it
 */
export function startEmulatorProcess(args = [], program = FROM_SOURCES) {
  const child = start(process.execPath, [...program, '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: cleanEnvironment(),
  });
  endWith(child, 'The emulator');
  return new Promise((resolve) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const url = /listening on (http:\S+)/.exec(output)?.[1];
      if (url) resolve(url);
    });
  });
}

/** The environment of a dashboard on an emulator: no key but the emulator's, and no way to look for others. */
export function demoEnvironment(emulatorUrl, names, extra = {}) {
  return cleanEnvironment({
    HOME: writeHome(names),
    ENI_ATLAS_PROFILES: names.join(','),
    ENI_ATLAS_DEMO: 'true',
    // Made-up data are for everybody: a workspace in a cloud shows its ports through a proxy.
    ENI_ATLAS_I_UNDERSTAND_NO_AUTH: 'loopback-published',
    ENI_ATLAS_ECS_ENDPOINT: emulatorUrl,
    ENI_ATLAS_VPC_ENDPOINT: emulatorUrl,
    ENI_ATLAS_OTHER_ENDPOINT: emulatorUrl,
    ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true',
    ...extra,
  });
}
