import type { LogOutcome } from '../log.ts';

/** What consoles in other languages than English say became of a message. */
const STATES: readonly (readonly [RegExp, LogOutcome])[] = [
  [/^(?:in|mise?en|e[nm]|в|已)?(?:quarant[aäe]|cuarent|quarent|kwarant|карантин|隔离|検疫)/, 'quarantined'],
  [
    /^(?:verz[oö]e?gert|zur[uü]e?ckgestellt|ausstehend|warte|différé|enattente|diferid|pendiente|aplazad|differit|inattesa|adiad|pendente|uitgesteld|opóźnion|отлож|延迟|保留)/,
    'deferred',
  ],
  [
    /^(?:ab(?:gelehnt|gewiesen)|zur[uü]e?ckgewiesen|blockiert|gesperrt|refusé|rejeté|bloqu|rechazad|rifiutat|bloccat|re[jc][eu][is]t?ad|recusad|geweigerd|geblokkeerd|odrzucon|отклон|拒[绝否])/,
    'rejected',
  ],
  [
    /^(?:fehl(?:er$|geschlagen)|nicht(?:zustellbar|zugestellt)|unzustellbar|[eé]chec|échou|nonremis|fallid|noentregad|nonconsegnat|nonriuscit|fallit|falhou|nãoentregue|mislukt|niet(?:bezorgd|afgeleverd)|niedostarczon|недоставлен|ошибка|失[败敗])/,
    'bounced',
  ],
  [
    /^(?:zugestellt|[uü]bermittelt|gesendet|erfolgreich|remise?$|distribué|livré|envoyé|entregad|entregue|enviad|consegnat|inviat|bezorgd|afgeleverd|verzonden|dostarczon|wysłan|доставлен|отправлен|成功|已送达|送信済|配信済)/,
    'sent',
  ],
];

/** What a state in another language than English says became of a message. */
export const foreignOutcome = (words: string): LogOutcome | undefined =>
  STATES.find(([pattern]) => pattern.test(words))?.[1];
