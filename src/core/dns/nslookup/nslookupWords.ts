/**
 * What Windows' nslookup prints in its languages, as users pasted it. `Address:`, `Aliases:`, the words of records, the
 * reason behind a failure and `DNS request timed out.` stand in English in all of them. A letter that a console shows in
 * another code page stands as a dot.
 */

/** `Server:` above an answer; with one of `DEFAULT`, the server that is asked by default. */
const SERVER =
  'Server|Serveur|Servidor|Serwer|\u0421\u0435\u0440\u0432\u0435\u0440|\u2564\u0445\u0401\u0442\u0445\u0401|\u670d\u52a1\u5668|\u4f3a\u670d\u5668|\u30b5\u30fc\u30d0\u30fc';
const DEFAULT =
  'Default Server|Standardserver|Serveur par d.faut|Servidor predeterminado|Servidor Padr.o|Servidor padr.o|Server predefinito|Serwer domy.lny|Domy.lny serwer|Standaardserver|\u0421\u0435\u0440\u0432\u0435\u0440 \u043f\u043e \u0443\u043c\u043e\u043b\u0447\u0430\u043d\u0438\u044e|\u2564\u0445\u0401\u0442\u0445\u0401 \u0434\u043e .{1,20}|\u9ed8\u8ba4\u670d\u52a1\u5668|\u9810\u8a2d\u4f3a\u670d\u5668|\u65e2\u5b9a\u306e\u30b5\u30fc\u30d0\u30fc';
export const SERVER_WORDS = `(${DEFAULT})|(?:${SERVER})`;

/** `Name:` above addresses. */
export const NAME_WORDS =
  'Name|Nom|Nome|Nombre|Nazwa|Naam|\u0418\u043c\u044f|\u255a\u044c.|\u540d\u79f0|\u540d\u7a31|\u540d\u524d';

/** `Non-authoritative answer:`. */
export const NON_AUTHORITATIVE_WORDS =
  'Non-authoritative answer|Nicht[ -]autorisierende Antwort|Nicht-?autoritative Antwort|R.ponse ne faisant pas autorit.|Respuesta no autoritativa|N.o . resposta autoritativa|Resposta n.o autoritativa|Risposta da un server non autorevole|Risposta non autorevole|Nieautorytatywna odpowied.|Niet-bindend antwoord|\u041d\u0435 \u0437\u0430\u0441\u043b\u0443\u0436\u0438\u0432\u0430\u044e\u0449\u0438\u0439 \u0434\u043e\u0432\u0435\u0440\u0438\u044f \u043e\u0442\u0432\u0435\u0442|\u975e\u6743\u5a01\u5e94\u7b54|\u672a\u7d93\u6388\u6b0a\u7684\u56de\u7b54|\u6a29\u9650\u306e\u306a\u3044\u56de\u7b54';

/** The first letters of the words above, for the first look at a line; small and capital. */
export const FOREIGN_LETTERS: ReadonlySet<number> = new Set(
  [...'\u0421\u2564\u670d\u4f3a\u30b5\u9ed8\u9810\u65e2\u0418\u255a\u540d\u041d\u975e\u672a\u6a29'].map((letter) =>
    letter.charCodeAt(0),
  ),
);
