import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { arch, env, platform } from 'node:process';
import { promisify } from 'node:util';
import packaged from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Where Chromium or a browser built on it usually is. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Once for all test files of a run, which would unpack the browser over each other. */
export default async function setup() {
  env.CHROMIUM_PATH = await findBrowser();
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: quietArgs });
}

/**
 * `CHROMIUM_PATH`, else the headless shell out of a registry package, which draws the same with half the work of a
 * whole browser, else a browser of this machine.
 */
async function findBrowser(): Promise<string> {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  if (platform === 'linux' && arch === 'x64') {
    const shell = await packaged.executablePath();
    const runs = await promisify(execFile)(shell, ['--version']).then(
      () => true,
      () => false,
    );
    if (runs) return shell;
  }
  const browser = usualPlaces.find(existsSync);
  if (!browser) throw new Error('No Chromium here: install one, or say in CHROMIUM_PATH where it is');
  return browser;
}

/** In containers the tests often run as root, where the browser's own sandbox cannot start; and it shall call nobody. */
const quietArgs = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];
