import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { aptInstall } from './apt.mjs';

/** Without a window to keep: the same engine, in a third less of the time that a suite takes with the whole browser. */
const SHELL = 'chromium-headless-shell';
const SYSTEM = [
  `/usr/bin/${SHELL}`,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const FONTS = 'fonts-noto-cjk';

/** Keeps Chromium from calling home, and lets root run it, as containers do. */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium of this machine: the one in CHROMIUM_PATH, the system's, or Playwright's own; null where there is none. */
export async function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const { chromium } = await import('@playwright/test');
  return [...SYSTEM, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/** Finds a Chromium, and installs the system's where there is none. */
export async function ensureChromium() {
  const hasChinese = () => spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim();
  if ((await findChromium()) === null) {
    console.log('Installing Chromium from the system packages …');
    // The shell is not in every release of the system; the whole browser is.
    if (!aptInstall([SHELL, FONTS])) aptInstall(['chromium', FONTS]);
  } else if (!hasChinese() && !aptInstall([FONTS])) {
    console.log(`No font for Chinese, and ${FONTS} could not be installed: Chinese will show as boxes.`);
  }
  const found = await findChromium();
  if (found === null)
    console.error('No Chromium: install it (apt-get install chromium), or set CHROMIUM_PATH to one.');
  return found;
}
