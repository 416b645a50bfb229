import { existsSync } from 'node:fs';
import { env } from 'node:process';
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

/** `CHROMIUM_PATH`, else a browser of this machine, else the one inside a registry package (Linux only). */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = env.CHROMIUM_PATH ?? usualPlaces.find(existsSync);
  if (executablePath) return chromium.launch({ executablePath, args: quietArgs });
  const { default: packaged } = await import('@sparticuz/chromium');
  // Made for functions that live for one page: in a single process it would end with the first profile that closes.
  const args = packaged.args.filter((arg) => arg !== '--single-process');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...args, ...quietArgs] });
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
