import { commands, type Disposable, type Tab, TabInputText, type Uri, window, workspace } from 'vscode';
import { t } from '../platform/words.ts';

/** Octets of a file above which editors hand nothing of it to extensions (VS Code, `MODEL_SYNC_LIMIT`). */
const LIMIT = 50 * 1024 * 1024;
/** Names that servers, and programs that rotate, give to logs of mail. */
const LOG = /^(?:mail|maillog|syslog|messages|exim|mainlog|rejectlog|msgtrk)|\.log(?:[.-]\d{1,10})?$/i;
const PACKED = /\.(?:gz|bz2|xz|zst)$/i;

/** Offers to search a log that is opened and cannot be read as a ticket, because it is compressed or too large. */
export function registerOfferSearch(): Disposable {
  const offered = new Set<string>();
  return window.tabGroups.onDidChangeTabs(({ opened }) => {
    for (const uri of opened.flatMap(logIn)) {
      if (offered.has(uri.toString())) continue;
      offered.add(uri.toString());
      void offer(uri);
    }
  });
}

function logIn({ input }: Tab): readonly Uri[] {
  if (!(input instanceof TabInputText) || input.uri.scheme !== 'file') return [];
  return LOG.test(nameOf(input.uri).replace(PACKED, '')) ? [input.uri] : [];
}

const nameOf = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1);

async function offer(uri: Uri): Promise<void> {
  const why = await whyUnread(uri);
  if (why === undefined) return;
  const find = t('Find Message in Logs');
  if ((await window.showInformationMessage(why, find)) === find)
    await commands.executeCommand('mailTriage.findMessage', uri);
}

async function whyUnread(uri: Uri): Promise<string | undefined> {
  const name = nameOf(uri);
  if (PACKED.test(name)) return t('{0} is compressed. Messages in it can be found without unpacking it.', name);
  try {
    if ((await workspace.fs.stat(uri)).size <= LIMIT) return undefined;
  } catch {
    return undefined;
  }
  return t('{0} is too large to be read as a ticket here. Messages in it can be found.', name);
}
