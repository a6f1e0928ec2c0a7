/** What a filter says in the reply to a message that it took and keeps back (amavisd, `D_DISCARD`). */
export function keptBack(reply: string): 'discarded' | 'quarantined' | undefined {
  const what = /\b(?:discard(?:ed|ing)|quarantined?)\b/i.exec(reply)?.[0].toLowerCase();
  return what === undefined ? undefined : what.startsWith('d') ? 'discarded' : 'quarantined';
}
