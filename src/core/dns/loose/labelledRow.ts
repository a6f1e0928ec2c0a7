import { isHost, type LooseRecord, ownName } from './cells.ts';

/** A record as a form shows it, a label with its value a line: `Type: MX`, `Hostname: @`, `Priority: 10`, `Points to: …`. */
const TYPE = /^[\s>*-]{0,12}(?:record )?(?:type|typ|tipo)\s{0,3}[:=]\s{0,5}(MX|CNAME)[\s*]{0,5}$/i;
const LABEL = /^[\s>*-]{0,12}(\p{L}[\p{L} /().-]{1,30}?)\s{0,3}[:=]\s{0,5}(\S{1,255})[\s*]{0,5}$/u;
const NAME = /^(?:host ?name|host|name|sub-?domain|record ?name|nom|nome|nombre|domain|pr\u00e9fixe|prefix)$/i;
const PREFERENCE =
  /^(?:priority|preference|pref|prio|priorit\u00e4t|priorit\u00e9|prioridad(?:e)?|priorit\u00e0|prioriteit|priorytet)$/i;
const VALUE =
  /^(?:value|content|data|points to|target|destination|mail ?server|exchange|wert|inhalt|ziel|zeigt auf|valeur|cible|valore|valor|contenu|waarde|warto\u015b\u0107)$/i;
const LINES = 6;

/** The record whose type stands on the line at `at`; undefined where no form says so. */
export function labelledRow(text: string, at: number, line: string): LooseRecord | undefined {
  const type = TYPE.exec(line)?.[1]?.toUpperCase();
  if (type === undefined) return undefined;
  const values = new Map<string, { readonly text: string; readonly start: number }>();
  let start = at + line.length + 1;
  for (let count = 0; count < LINES && start < text.length; count++) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const [, label = '', value = ''] = LABEL.exec(text.slice(start, Math.min(end, start + 400))) ?? [];
    if (label === '' || /^(?:record )?(?:type|typ|tipo)$/i.test(label)) break;
    const kind = NAME.test(label) ? 'name' : PREFERENCE.test(label) ? 'preference' : VALUE.test(label) ? 'value' : '';
    if (kind !== '' && !values.has(kind))
      values.set(kind, { text: value, start: start + text.slice(start, end).indexOf(value) });
    start = end + 1;
  }
  const name = values.get('name')?.text ?? '';
  const value = values.get('value');
  const preference = values.get('preference')?.text ?? '10';
  if (value === undefined || !isHost(name)) return undefined;
  if (type === 'MX' && !/^\d{1,5}$/.test(preference)) return undefined;
  const host = value.text.endsWith('.') ? value.text : `${value.text}.`;
  // Panels flatten an alias at the name of the zone; only names that no zone has are sure to be aliases.
  if (type === 'CNAME' && !/(?:^|\.)_/.test(name)) return undefined;
  return {
    name: ownName(name),
    type,
    data: type === 'MX' ? `${preference} ${host}` : host,
    span: { start: value.start, end: value.start + value.text.length },
  };
}
