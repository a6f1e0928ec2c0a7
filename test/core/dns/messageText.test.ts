import { reads } from './told.ts';

const HEAD = 'id 4711\nopcode QUERY\nrcode NOERROR\nflags QR RD RA\nedns 0\neflags DO\npayload 512\noption ECS\n';
const MX = ';QUESTION\ncontoso.test. IN MX\n;ANSWER\ncontoso.test. 300 IN MX 10 mx1.contoso.test.\n';

describe('a message as dnspython writes it', () => {
  it('is read by its sections, of which the answers count', () => {
    reads(`${HEAD}${MX};AUTHORITY\ncontoso.test. 300 IN NS ns1.contoso.test.\n;ADDITIONAL\n`, [
      'dig contoso.test MX NOERROR: 300 10 mx1.contoso.test.',
    ]);
    reads(`${HEAD}${MX}contoso.test. 300 IN MX 20 mx2.contoso.test.\n\nThat is all.\n`, [
      'dig contoso.test MX NOERROR: 300 10 mx1.contoso.test. | 300 20 mx2.contoso.test.',
    ]);
    reads(`${HEAD.replace('NOERROR', 'NXDOMAIN')};QUESTION\ngone.contoso.test. CH TXT\n;ANSWER\n`, [
      'dig gone.contoso.test TXT NXDOMAIN: ',
    ]);
    reads('id 7\nopcode QUERY\nrcode SERVFAIL\n;QUESTION\ncontoso.test IN A\n', ['dig contoso.test A SERVFAIL: ']);
  });

  it('is none without a question, a code or the first two lines', () => {
    reads(HEAD, []);
    reads(`${HEAD};QUESTION\n;ANSWER\n`, []);
    reads(`${HEAD};QUESTION\nwhat is this\n`, []);
    reads('id 7\nopcode QUERY\nflags QR\n;QUESTION\ncontoso.test. IN MX\n', []);
    reads('id 7\nopcode QUERY\nand so on\nrcode NOERROR\n;QUESTION\ncontoso.test. IN MX\n', []);
    reads('id x\nopcode QUERY\nrcode NOERROR\n;QUESTION\ncontoso.test. IN MX\n', []);
    reads('id 7\nrcode NOERROR\n;QUESTION\ncontoso.test. IN MX\n', []);
  });
});
