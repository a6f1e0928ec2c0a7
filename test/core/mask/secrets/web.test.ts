import { webSecrets } from '../../../../src/core/mask/secrets/web.ts';
import { finder } from './finding.ts';

const finds = finder(webSecrets);
const long = 'aB3dE5gH7jK9mN1pQ4sT6v';

describe('a password in a URL', () => {
  finds('smtp://alice:§kettle§@mx.contoso.test:587');
  finds('smtps+x.y-z://alice@contoso.test:§kettle§@mx');
  finds('http://:§kettle§@mx');
  finds('http://alice:§ket@tle§@mx/y');
  finds('http://alice:§kettle§@[2001:db8::1]');
  finds('http://k:§k§@mx');
  finds('http://mx.contoso.test:8080/a@b');
  finds('http://mx.contoso.test:8080?a@b http://mx:80#a@b http://mx:80 a@b');
  finds('http://mx:§80x§@b');
  finds('http://alice:MASKED@mx http://alice:****@mx');
  finds('http://alice:kettle@ x');
  finds('://alice:kettle@mx');
  finds('a://alice:kettle@mx');
});

describe('a token in a field', () => {
  for (const scheme of ['Basic', 'Bearer', 'Digest', 'Negotiate', 'NTLM', 'Token', 'ApiKey', 'GenieKey', 'SSWS'])
    finds(`Authorization: ${scheme} §abc0123§`);
  for (const scheme of ['AWS4-HMAC-SHA256', 'SharedAccessSignature', 'SharedKey', 'bearer'])
    finds(`"Proxy-Authorization": "${scheme} §Credential=a, b=1§"`);
  for (const sign of ['=', ' => ', ' -> ', ',', ' : ']) finds(`authorization'${sign}'Basic §abc0123§'`);
  finds(`Authorization: §${long}§`);
  finds('Authorization: Moo abc0123');
  finds('Authorization: none');
  finds('XAuthorization: Basic abc0123');
  finds('Authorization: Basic §abc0123§;');
  finds('Authorization: Bearer MASKED');
  finds('Authorization: Bearer 123456');
  finds('Authorization: Bearer token');
  finds('Authorization: Bearer $TOKEN');
  finds('Authorization: Bearer ${TOKEN}');
  finds('Authorization: Bearer %TOKEN%');
  finds(`it sent Bearer §${long}==§`);
  finds(`it sent auth=Bearer §${long}§`);
  finds(`Basic  §${long}§`);
  finds('Bearer aB3dE5gH7jK9mN1pQ4');
  finds('Bearer aBcdEfgHijKlmNopQrsTuv');
  finds(`xBearer ${long}`);
});

describe('a token in an address', () => {
  for (const name of [
    'code',
    'token',
    'access_token',
    'id_token',
    'refresh_token',
    'auth',
    'auth_token',
    'auth_key',
    'sig',
  ])
    finds(`/x?${name}=§abc01234§&y=1`);
  for (const name of [
    'signature',
    'X-Amz-Signature',
    'X-Amz-Security-Token',
    'X-Goog-Signature',
    'api_key',
    'apikey',
    'key',
  ])
    finds(`/x?a=1&${name}=§abc01234§#y`);
  for (const name of [
    'secret',
    'client_secret',
    'client_assertion',
    'code_verifier',
    'assertion',
    'session',
    'sessionid',
  ])
    finds(`/x?a=1&amp;${name}=§abc01234§"`);
  for (const name of [
    'session_state',
    'sid',
    'PHPSESSID',
    'JSESSIONID',
    'SAMLResponse',
    'SAMLRequest',
    'otp',
    'ticket',
  ])
    finds(`/x;${name}=§abc01234§ y`);
  for (const name of ['jwt', 'hmac', 'nonce', 'device_code', 'user_code']) finds(`/x?${name}=3D§abc01234§)`);
  for (const name of ['SAMLResponse', 'SAMLRequest', 'client_assertion', 'code_verifier', 'assertion'])
    finds(`${name}=§abc01234§`);
  finds('/x?token=abc0123');
  finds('/x?tokens=abc01234');
  finds('token=abc01234');
  finds('x-assertion=abc01234');
  finds('/x?code=123456789 /x?code=1234567.89');
  finds('/x?token=a@b.testing1');
  for (const name of ['AccountKey', 'SharedAccessKey', 'SharedSecretValue', 'AccessKey'])
    finds(`a=b;${name}=§${long}==§;c=d`);
  finds('AccountKey=aB3dE5gH7jK9mN1pQ4');
});

describe('a cookie', () => {
  finds('Cookie: sid=§abc01234§; theme=§dark§; PHPSESSID=§1§');
  finds(
    'Set-Cookie: id=§a§; Path=/; Domain=a.test; Expires=Mon; Max-Age=5; SameSite=Lax; Version=1; Priority=x; Comment=c; Secure',
  );
  finds('"Cookie2" = "a=§b§"');
  finds('-Cookie: a=b');
  finds('Cookies: a=b');
  finds('Cookie: a=MASKED; b=****');
  finds('Cookie: HttpOnly=x; Partitioned=y; secured=§z§');
  finds('cookie: none');
});
