/** What joins a password with its name in a sentence; of two that are the same, a colon stands behind what says so. */
export const IS = [
  '(?:are |sind |lauten |sont |son |são |sono |zijn |są |to )?(?:both|beide|tou(?:s|tes) (?:les )?deux|ambos|l?os do[is]s?|entrambi|tutti e due|allebei|ob[aei]|оба|都是)',
  '(?:are |sind |sont (?:les )?|son |são |sono |zijn |są )?(?:the same|identi(?:cal|sch|ques)|gleich|mêmes|iguales|iguais|idéntic[oa]s|uguali|identici|hetzelfde|gelijk|takie same|identyczne|одинаковые?)(?=[ \\t]?[:：=])',
  "is(?: now| still| currently| just)?|was|=|equals|are|should be|will be|would be|'s",
  'ist(?: jetzt| nun| noch)?|lautet(?: jetzt| nun)?|war|heißt|heisst',
  "est(?: maintenant| toujours)?|était|c['’]est|sera|este|devient|est devenu",
  'es(?: ahora)?|era|será|fue|quedó(?: en| como)?|pasó a ser',
  'é(?: agora)?|será|foi|ficou(?: sendo)?|fica|passou a ser',
  'è(?: ora| adesso| diventata)?|sarà|diventa',
  'luidt|werd',
  'to(?: teraz)?|brzmi|było',
  'это|такой|теперь|был',
  'je|jest',
  'är|er',
  'είναι|adalah|là|היא|הוא|هي|هو',
  '—|–',
  '是|为|為|就是',
  'は|が',
].join('|');

/** How one became another, in each language: what was done, and what joins it with the new one. */
const CHANGES: readonly (readonly [done: string, joins: string])[] = [
  ['(?:re)?set|chang(?:e|ed|ing)|updat(?:e|ed|ing)|switch(?:ed)?|rotated', '(?:in)?to'],
  ['ge(?:ändert|setzt|stellt)|(?:zurück|um|neu)ge(?:setzt|stellt)|ändere|setz(?:e|te)|stellte', 'auf|zu'],
  ['(?:chang|modifi|réinitialis|remplac)(?:ée?|er|ez)|mise?', 'en|par|à'],
  ['(?:cambi|modific|actualiz|restablec)(?:[ai]d[oa]|é|ó|ar|amos)|puest[oa]|puse', 'a|por'],
  ['(?:alter|mud|troc|redefin)(?:[ai]d[oa]|ei|ou|ar)|troquei', 'para|por'],
  ['(?:cambi|modific|(?:re)?impost)(?:at[oa]|ai|are)|mess[oa]', 'in|a|con|su'],
  ['gewijzigd|veranderd|ingesteld|gezet|aangepast', 'naar|op|in'],
  ['(?:zmieni|ustawi|zresetowa)(?:łem|łam|liśmy|ł|ła|ć|on[eoay]|n[eoa])', 'na'],
  ['(?:смени|поменя|измени|обнови|сброси)л[аи]?|(?:изменён|изменен|сменён|сменен|сброшен)[оа]?|поменян[оа]?', 'на'],
  ['ändra(?:de|ts|t|des|d)|bytt|ænd(?:ret|rede)|endret', 'till?'],
  ['změnil[aiy]?|změněno', 'na'],
];
const DONE = CHANGES.map(([done], i) => `(?<done${i}>${done})`).join('|');
/** A few words in between, of the same sentence. */
const WORDS = '(?:[ \\t]{1,2}[^\\s:=.,;!?|]{1,40})';
const TO = '[ \\t]{0,2}[:：]?[ \\t]{1,2}';

/** `changed the password`: the verb in front. */
const IN_FRONT = new RegExp(`(?<![\\p{L}\\d_])(?:${DONE})[ \\t]{1,2}(?:[^\\s.,;:=]{1,20}[ \\t]{1,2}){0,4}$`, 'iu');
const joining = CHANGES.map(
  ([, joins]) => new RegExp(`[)"'’”»]{0,2}${WORDS}{0,5}?[ \\t]{1,2}(?:${joins})${TO}`, 'iuy'),
);
const BEHIND = new RegExp(
  `[)"'’”»]{0,2},?${WORDS}{0,6}?[ \\t]{1,2}(?:(?:${CHANGES.map(([done, joins], i) => `(?${i === 0 ? '<english>' : ':'}(?:${done})${WORDS}{0,2}?[ \\t]{1,2}(?:${joins}))`).join('|')})|(?:ist|steht|wurde) auf|(?:is|werd) naar)${TO}`,
  'iuy',
);
/** `das Passwort auf … geändert`: the verb at the end. */
const AT_END = new RegExp(
  `${WORDS}{0,5}?[ \\t]{1,2}(?:auf|zu|naar|op|in)[ \\t]{1,2}(?=(?:["'„»“\`*][^\\r\\n"“«”]{1,60}["'“«”\`*]{1,2}|\\S{1,100})[ \\t]{1,2}(?:ab|um)?(?:(?:ab|um|zurück)?ge(?:ändert|setzt|stellt)|(?:ändern|setzen|stellen)|gewijzigd|veranderd|ingesteld|gezet|aangepast)(?!\\p{L}))`,
  'iuy',
);

export interface Changed {
  /** Where the new one stands. */
  readonly at: number;
  /** Nothing else stands there: in most languages the same word tells where, when and why. */
  readonly sure: boolean;
}

/** What is changed is not the password. */
const OF_IT =
  /[ \t]{1,2}(?:policy|policies|complexity|length|history|age|expir\w{1,6}|rules?|hash\w{0,3}|types?|fields?|prompts?)\b/iy;

/** Where the password stands that a text says another was changed to. */
export function changedTo(text: string, start: number, end: number): Changed | undefined {
  OF_IT.lastIndex = end;
  if (OF_IT.test(text)) return undefined;
  const done = IN_FRONT.exec(text.slice(Math.max(0, start - 120), start))?.groups ?? {};
  const into = joining.filter((_, i) => done[`done${i}`] !== undefined);
  for (const pattern of [...into, AT_END, BEHIND]) {
    pattern.lastIndex = end;
    const found = pattern.exec(text);
    if (found === null) continue;
    const sure = pattern === AT_END || pattern === joining[0] || found.groups?.english !== undefined;
    return { at: pattern.lastIndex, sure };
  }
  return undefined;
}

/** Where, when and why passwords are changed: what stands behind `in`, `auf`, `на` and is none. */
export const CIRCUMSTANCE =
  /^(?:outlook|thunderbird|exchange|office|gmail|google|microsoft|azure|entra|windows|plesk|cpanel|webmail|active|iphones?|ipads?|androids?|\p{L}{0,12}(?:serv[ei]|serwer|сервер|system|sistem|portal|panel|telef|téléph|mobil|comput)\p{L}{0,8}|phone|handy|móvil|wunsch|an(?:weisung|frage|trag)|veranlassung|grund|verzoek|kantoor|afstand|\p{L}{2,8}(?:dag|tag)|overleg|absprache|accordo?|petición|pedido|mano|soporte|suporte|prośbę|prośby|now[eyąa]|нов(?:ый|ую|ое)|прошлой|ligne|distance|sécurité|casa|tod[oa]s|tutti|alle|comply|everyone|prevent|avoid|стороне|сайте|почте|компьютере|stronie|koncie|poczcie)$/iu;
