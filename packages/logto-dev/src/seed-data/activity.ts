import type { Log, OidcRow, SessionExtension, State } from '../state.ts';
import { fixedId } from './fixed-id.ts';
import { accountApiIndicator } from './tenant.ts';

const hour = 3600 * 1000;

type Device = { name: string; hoursAgo: number; ip: string; userAgent: string };

const devices: Device[] = [
  {
    name: 'desk',
    hoursAgo: 2,
    ip: '203.0.113.7',
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
  },
  {
    name: 'phone',
    hoursAgo: 30,
    ip: '198.51.100.23',
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1',
  },
  {
    name: 'office',
    hoursAgo: 150,
    ip: '192.0.2.55',
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
  },
];

type Activity = Pick<State, 'logs' | 'oidc' | 'sessionExtensions'>;

/** What one person has done before now: signed in on three devices, mistyped a password, allowed another application. */
export function createActivity(accountId: string, now = Date.now()): Activity {
  const rows = devices.flatMap((device) => sessionRows(device, { accountId, now }));
  const printShop = grantRow('printshop', { accountId, clientId: 'print-shop', at: now - 400 * hour });
  return {
    oidc: new Map([...rows, printShop].map((row) => [`${row.kind}:${row.id}`, row])),
    sessionExtensions: new Map(devices.map((device) => [uid(device), extension(device, accountId)])),
    logs: devices
      .flatMap((device) => logs(device, { accountId, now }))
      .sort((a, b) => a.createdAt - b.createdAt),
  };
}

const uid = ({ name }: Device) => fixedId(`session${name}`);

function sessionRows(device: Device, { accountId, now }: { accountId: string; now: number }): OidcRow[] {
  const at = now - device.hoursAgo * hour;
  const grant = grantRow(device.name, { accountId, clientId: 'account-web', at });
  const [iat, exp] = [Math.floor(at / 1000), Math.floor(at / 1000) + 14 * 24 * 3600];
  const id = fixedId(`jti${device.name}`);
  const sid = fixedId(`sid${device.name}`);
  const authorizations = { 'account-web': { sid, grantId: grant.id, persistsLogout: true } };
  const payload = {
    exp,
    iat,
    jti: id,
    uid: uid(device),
    kind: 'Session',
    loginTs: iat,
    accountId,
    authorizations,
  };
  return [grant, { kind: 'Session', id, payload, expiresAt: exp }];
}

function grantRow(
  name: string,
  { accountId, clientId, at }: { accountId: string; clientId: string; at: number },
): OidcRow {
  const id = fixedId(`grant${name}`);
  const [iat, exp] = [Math.floor(at / 1000), Math.floor(at / 1000) + 180 * 24 * 3600];
  const openid = { scope: 'openid offline_access profile email' };
  const resources = clientId === 'account-web' ? { [accountApiIndicator]: 'account:read account:write' } : {};
  return {
    kind: 'Grant',
    id,
    payload: { exp, iat, jti: id, kind: 'Grant', clientId, accountId, openid, resources },
    expiresAt: exp,
  };
}

function extension({ name, ip, userAgent }: Device, accountId: string): SessionExtension {
  return {
    accountId,
    clientId: 'account-web',
    lastSubmission: {
      interactionEvent: 'SignIn',
      userId: accountId,
      verificationRecords: [
        { id: fixedId(`proof${name}`), type: 'Password', userId: accountId, verified: true },
      ],
      signInContext: { ip, userAgent },
    },
  };
}

function logs(device: Device, { accountId, now }: { accountId: string; now: number }): Log[] {
  const { name, hoursAgo, ip, userAgent } = device;
  const at = now - hoursAgo * hour;
  const shared = { ip, userAgent, userId: accountId, applicationId: 'account-web' };
  const row = (key: string, secondsAfter: number, error?: string): Log => ({
    id: fixedId(`log${name}${secondsAfter}`),
    key,
    payload: { key, result: error === undefined ? 'Success' : 'Error', ...(error && { error }), ...shared },
    createdAt: at + secondsAfter * 1000,
  });
  const mistake = row('Interaction.SignIn.Verification.Password.Submit', 0, 'session.invalid_credentials');
  return [
    ...(name === 'phone' ? [mistake] : []),
    row('Interaction.SignIn.Verification.Password.Submit', 9),
    row('Interaction.SignIn.Submit', 10),
    row('ExchangeTokenBy.AuthorizationCode', 11),
  ];
}
