import { plainText } from '../../core/text/plain.ts';

/** Characters of a name; file systems take 255 bytes, and the rest of the path counts too. */
const LONGEST = 120;
const LONGEST_READ = 65_536;

/** Names of devices on Windows, whatever their extension. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]|conin\$|conout\$)(?:\.|$)/i;

/** What separates or means something in a path on any system, and what was made plain. */
const UNSAFE = /[\ufffd<>:"/\\|?*]/g;

/** A file name out of a message as one that is a name and never a path; `fallback` where nothing is left of it. */
export function safeFileName(name: string, fallback: string): string {
  // Of a path the last part is the name, as senders on any system write it (RFC 2183 2.3).
  const last = name.slice(0, LONGEST_READ).split(/[/\\]/).at(-1) ?? '';
  let safe = plainText(last.normalize('NFC'), LONGEST_READ).replace(UNSAFE, '_').trim();
  let start = 0;
  while (safe[start] === '.' || safe[start] === ' ') start++;
  safe = safe.slice(start);
  if (safe.length > LONGEST) safe = shortened(safe);
  let end = safe.length;
  // Windows takes dots and blanks at the end off, which makes another name of it.
  while (end > 0 && (safe[end - 1] === '.' || safe[end - 1] === ' ')) end--;
  safe = safe.slice(0, end);
  if (DEVICES.test(safe)) safe = `_${safe}`;
  return safe === '' || /^_+$/.test(safe) ? fallback : safe;
}

/** The extension says what opens the file, so it stays. */
function shortened(name: string): string {
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 20 ? name.slice(dot) : '';
  return `${name.slice(0, LONGEST - extension.length).replace(/[\ud800-\udbff]$/, '')}${extension}`;
}
