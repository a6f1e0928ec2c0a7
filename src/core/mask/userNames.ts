import type { Replacement } from './maskChoice.ts';
import type { StandIns } from './standIns.ts';

/** Where programs write the name that somebody logs in with. */
const NAMES =
  /(?:(?<![A-Za-z0-9])(?:sasl_username=|sasl_sender=|user(?:name)?=|login=|authid=|account=|-au[ \t]{1,4}|-xu[ \t]{1,4}|--?auth-?user(?:name)?(?:[ \t]{1,4}|=)|--user[ \t]{1,4})|:\/\/(?=[^\s/@:]{1,100}:[^\s/@]{1,200}@))["'<]?(?<name>[A-Za-z0-9][A-Za-z0-9._-]{1,63})(?=["'>\s,;:)\]]|$)/gi;

/** Stand-ins for user names without a domain. */
export function* userNames(text: string, standIns: StandIns): Iterable<Replacement> {
  for (const match of text.matchAll(NAMES)) {
    const name = match.groups?.name as string;
    const end = match.index + match[0].length;
    if (!/[a-z]/i.test(name) || /^(?:null|unknown|none|yes|no|true|false)$/i.test(name)) continue;
    yield { start: end - name.length, end, text: standIns.userNamed(name) };
  }
}
