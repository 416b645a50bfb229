import Bowser from 'bowser';
import type { DeviceKind, Session } from './schemas.ts';

const kinds: Readonly<Record<string, DeviceKind>> = { mobile: 'phone', tablet: 'tablet', desktop: 'desktop' };

/** What a browser says about itself. */
export function describeDevice(
  userAgent: string | undefined,
): Pick<Session, 'browser' | 'system' | 'device'> {
  if (!userAgent) return { browser: null, system: null, device: 'unknown' };
  const { browser, os, platform } = Bowser.parse(userAgent);
  const version = browser.version?.split('.')[0];
  return {
    browser: browser.name ? [browser.name, version].filter(Boolean).join(' ') : null,
    system: os.name || null,
    device: kinds[platform.type ?? ''] ?? 'unknown',
  };
}
