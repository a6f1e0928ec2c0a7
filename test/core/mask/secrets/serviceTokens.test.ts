import assert from 'node:assert/strict';
import { secretsIn } from '../masked.ts';

const hex = (length: number): string => '0123456789abcdef'.repeat(20).slice(0, length);
const word = (length: number): string => 'aB3dE5gH7jK9mN1pQ4sT6vW8xY2z'.repeat(20).slice(0, length);

/** The token is found as one, whole, in a sentence that does not name it. */
const isToken = (service: string, token: string): void => {
  it(service, () => assert.deepEqual(secretsIn(`It sent ${token} to them.\n`), [['token', token]]));
};

/** Of an address, what lets in is found; the host stays. */
const isIn = (service: string, front: string, token: string, behind = '', kind = 'token'): void => {
  it(service, () => assert.deepEqual(secretsIn(`It called ${front}${token}${behind} then.\n`), [[kind, token]]));
};

describe('tokens of services', () => {
  isToken('JSON Web Token', `eyJ${word(20)}.eyJ${word(40)}.${word(43)}`);
  isToken('SendGrid', `SG.${word(22)}.${word(20)}-${word(10)}_${word(11)}`);
  isToken('Mailgun', `key-${hex(32)}`);
  isToken('Mailgun, private', `${hex(32)}-${hex(8)}-${hex(8)}`);
  isToken('Brevo, API', `xkeysib-${hex(64)}-${word(16)}`);
  isToken('Brevo, SMTP', `xsmtpsib-${hex(64)}-${word(16)}`);
  isToken('SMTP2GO', `api-${hex(32).toUpperCase()}`);
  isToken('Mailchimp', `${hex(32)}-us21`);
  isToken('Google, API', `AIza${word(35)}`);
  isToken('Google, client secret', `GOCSPX-${word(28)}`);
  isToken('Google, access', `ya29.${word(60)}`);
  isToken('Google, refresh', `1//0${word(60)}`);
  isToken('AWS', `AKIA${'ABCDEFGH234567IJ'}`);
  isToken('Azure, client secret', `aB3${'8Q~'}${word(34)}`);
  isToken('GitHub', `ghp_${word(36)}`);
  isToken('GitHub, fine-grained', `github_pat_${word(82)}`);
  isToken('GitLab', `glpat-${word(20)}`);
  isToken('Slack', `xoxb-${'1234567890'}-1234567890123-${word(24)}`);
  isToken('Stripe', `sk_live_${word(24)}`);
  isToken('Stripe, webhook', `whsec_${word(32)}`);
  isToken('npm', `npm_${word(36)}`);
  isToken('Twilio', `SK${hex(32)}`);
  isToken('Vault', `hvs.${word(24)}`);
  isToken('ntfy', `tk_${word(29)}`);
  isIn('A service that is only named', 'its key ', hex(96).toUpperCase());
  isIn('Mattermost, webhook', 'https://chat.contoso.test/hooks/', '9xuqwrwgstrb3mzrxb83nb357a');
  isToken('Slack, webhook', `https://hooks.slack.com/services/T12345678/B12345678/${word(24)}`);
  isIn(
    'Teams, webhook',
    'https://contoso.webhook.office.com/webhookb2/',
    `${hex(8)}-0000-0000-0000-${hex(12)}@${hex(8)}/IncomingWebhook/${hex(32)}`,
  );
  isIn('Discord, webhook', 'https://discord.com/api/webhooks/', `123456789012345678/${word(68)}`);
  isIn(
    'Azure, SAS',
    'https://contoso.blob.core.windows.net/x?sv=2022-11-02&se=2026-12-01&sr=b&sp=r&sig=',
    `${word(40)}%2B%3D`,
  );
  isIn(
    'Azure, account key',
    'DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=',
    `${word(86)}==`,
    ';EndpointSuffix=core.windows.net',
  );
  isIn(
    'Azure, service bus',
    'Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=',
    `${word(43)}=`,
  );
  isIn('OAuth, code', 'https://login.contoso.test/cb?code=', `0.${word(60)}`, '&state=x');
  isIn('device code', '"device_code":"', `GAQABAQEAAAD${word(60)}`, '"');
  isIn('key in a sentence', 'an application id, the secret key ', `${word(40)}==`, ' and more');
  isIn('APOP', 'APOP alice ', hex(32), '', 'digest');
  isIn('SAML', 'SAMLResponse=', word(80), '&RelayState=x');
  isIn('a cookie', 'Cookie: session=', word(24));
});

describe('what is no token of a service', () => {
  for (const text of [
    'https://support.contoso.test/mail/?p=UnsolicitedMessageError and ?code=550 and ?code=S3150',
    'Message-ID: <CAKx0123456789abcdef0123456789abcdef-0123@mail.contoso.test>',
    `X-MS-Exchange-CrossTenant-Id: ${hex(8)}-0000-4000-8000-${hex(12)}`,
    `b=${word(172)}; bh=${word(43)}=`,
    ' spf=pass (mx1.contoso.test: domain of alice@contoso.test) and { "result": "pass", "cv": "pass" || "fail" }',
    'token 9AC6AD0327, the signing key 20230601._domainkey.contoso.test, with password authentication',
    'Set-Cookie: lang=; Path=/; Secure; HttpOnly',
  ])
    it(text.slice(0, 60), () => assert.deepEqual(secretsIn(`${text}\n`), []));
});
