import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

/** Every query of the text as `name type status: data | data`. */
const reads = (text: string, ...expected: readonly string[]): void => {
  const told = readTicket(text).blocks.flatMap((block) =>
    block.kind === 'lookup'
      ? block.queries.map(
          ({ name, type, status, answers }) =>
            `${name} ${type} ${status}: ${answers.map(({ data }) => data).join(' | ')}`,
        )
      : [],
  );
  assert.deepEqual(told, expected, text);
};

/** The words for server, default server, an answer out of a cache, and a name. */
const LANGUAGES = [
  ['Server:', 'Standardserver:', 'Nicht autorisierende Antwort:', 'Name:'],
  ['Serveur :', 'Serveur par d\u00e9faut :', 'R\u00e9ponse ne faisant pas autorit\u00e9 :', 'Nom :'],
  ['Serveur :', 'Serveur par d\u00dafaut :', 'R\u00daponse ne faisant pas autorit\u00da :', 'Nom :'],
  ['Servidor:', 'Servidor predeterminado:', 'Respuesta no autoritativa:', 'Nombre:'],
  ['Servidor:', 'Servidor Padr\u00e3o:', 'N\u00e3o \u00e9 resposta autoritativa:', 'Nome:'],
  ['Server:', 'Server predefinito:', 'Risposta da un server non autorevole:', 'Nome:'],
  ['Serwer:', 'Serwer domy\u015blny:', 'Nieautorytatywna odpowied\u017a:', 'Nazwa:'],
  ['Server:', 'Standaardserver:', 'Niet-bindend antwoord:', 'Naam:'],
  [
    '\u2564\u0445\u0401\u0442\u0445\u0401:',
    '\u2564\u0445\u0401\u0442\u0445\u0401 \u0434\u043e \u0443:',
    '\u041d\u0435 \u0437\u0430\u0441\u043b\u0443\u0436\u0438\u0432\u0430\u044e\u0449\u0438\u0439 \u0434\u043e\u0432\u0435\u0440\u0438\u044f \u043e\u0442\u0432\u0435\u0442:',
    '\u255a\u044c\u00a0:',
  ],
  ['\u670d\u52a1\u5668:', '\u9ed8\u8ba4\u670d\u52a1\u5668:', '\u975e\u6743\u5a01\u5e94\u7b54:', '\u540d\u79f0:'],
  [
    '\u30b5\u30fc\u30d0\u30fc:',
    '\u65e2\u5b9a\u306e\u30b5\u30fc\u30d0\u30fc:',
    '\u6a29\u9650\u306e\u306a\u3044\u56de\u7b54:',
    '\u540d\u524d:',
  ],
] as const;

describe('nslookup in the languages of Windows', () => {
  for (const [server, standard, cached, name] of LANGUAGES) {
    it(`is read with ${cached}`, () => {
      const head = `${server}  dns.contoso.test\nAddress:  192.0.2.53\n\n`;
      reads(
        `${head}${cached}\n${name}    mail.contoso.test\nAddresses:  2001:db8::25\n          192.0.2.25\n`,
        'mail.contoso.test A NOERROR: 192.0.2.25',
        'mail.contoso.test AAAA NOERROR: 2001:db8::25',
      );
      reads(
        `C:\\>nslookup\n${standard}  dns.contoso.test\nAddress:  192.0.2.53\n\n> set type=mx\n> contoso.test\n${head}${cached}\ncontoso.test\tMX preference = 10, mail exchanger = mx1.contoso.test\n> fabrikam.test\n${head}*** dns.contoso.test ??? fabrikam.test: Non-existent domain\n`,
        'contoso.test MX NOERROR: 10 mx1.contoso.test.',
        'fabrikam.test MX NXDOMAIN: ',
      );
      // Seen so where the first tries were lost.
      reads(
        `DNS request timed out.\n    timeout was 2 seconds.\n${head}DNS request timed out.\n    timeout was 2 seconds.\n${cached}\n${name} mail.contoso.test\nAddress: 192.0.2.25\n`,
        'mail.contoso.test A NOERROR: 192.0.2.25',
      );
    });
  }
});

describe('a failure of nslookup in another language', () => {
  const asked = (name: string, failure: string): string =>
    `C:\\>nslookup -type=txt ${name}\nServer:  dns.contoso.test\nAddress:  192.0.2.53\n\n${failure}\n`;
  it('has its reason in English', () => {
    reads(
      asked('a.test', '*** a.test wurde von dns.contoso.test nicht gefunden: Non-existent domain.'),
      'a.test TXT NXDOMAIN: ',
    );
    reads(
      asked('a.test', '*** dns.contoso.test ne parvient pas \u00e0 trouver a.test : Server failed'),
      'a.test TXT SERVFAIL: ',
    );
    reads(asked('a.test', '*** UnKnown n\u00e3o encontrou a.test: Query refused'), 'a.test TXT REFUSED: ');
    reads(asked('a.test', '*** dns.contoso.test \u627e\u4e0d\u5230 a.test: Not implemented'), 'a.test TXT NOTIMP: ');
    reads(
      asked('a.test', '*** UnKnown non \u00e8 in grado di trovare a.test: No response from server'),
      'a.test TXT TIMEOUT: ',
    );
  });
  it('names the type that is not there', () =>
    reads(
      asked('a.test', '*** Keine Eintr\u00e4ge vom Typ text (TXT) f\u00fcr a.test verf\u00fcgbar'),
      'a.test TXT NOERROR: ',
    ));
  it('names what was asked without its command', () => {
    reads('*** a.test wurde von dns.contoso.test nicht gefunden: Non-existent domain', 'a.test ? NXDOMAIN: ');
    reads('*** dns.contoso.test ne parvient pas \u00e0 trouver a.test : Non-existent domain', 'a.test ? NXDOMAIN: ');
  });
  it('is no failure where it is a sentence', () => reads('*** NOTE: the job timed out'));
});
