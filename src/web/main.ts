import * as vscode from 'vscode';
import type { MailTriage } from '../client/platform/everywhere.ts';
import { Linker } from './linker.ts';

type Client = typeof import('./client.ts');

const NODE = 'dist/web/node.js';

/**
 * The extension in a browser. Editors load one file there, in the form of CommonJS; it links the modules, which are those
 * of a machine but for a few.
 */
export async function activate(context: vscode.ExtensionContext): Promise<MailTriage> {
  const read = async (path: string): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, path)));
  const publish = (text: string): string => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const files = new Map<string, Promise<string>>();
  // The server needs most of them once more.
  const readOnce = (path: string): Promise<string> => {
    const text = files.get(path) ?? read(path);
    files.set(path, text);
    text.catch(() => files.delete(path));
    return text;
  };
  const shared = { read: readOnce, publish, node: NODE };
  const names = Object.keys(vscode).filter((name) => name !== 'default');
  const linker = new Linker({
    ...shared,
    editor: publish(
      `const all = globalThis.mailTriage.editor;${names.map((name) => `export const ${name} = all.${name};`).join('')}`,
    ),
    later: 'globalThis.mailTriage.load',
  });
  const load = async (path: string): Promise<unknown> => import(await linker.address(path));
  Object.assign(globalThis, { mailTriage: { editor: vscode, load } });
  const { Buffer } = (await load(NODE)) as typeof import('./node/main.ts');
  Object.assign(globalThis, { Buffer });
  const client = (await load('dist/web/client.js')) as Client;
  return client.activate(context, async () => {
    const worker = new Linker({ ...shared, editor: '' });
    const modules = await Promise.all([NODE, 'dist/web/server.js'].map((path) => worker.address(path)));
    return { start: publish(START), modules };
  });
}

/** In a worker, which editors start as a script: it loads what is in the place of Node, then the server. */
const START = `onmessage = async ({ data }) => {
  onmessage = null;
  try {
    const [node, server] = data;
    self.Buffer = (await import(node)).Buffer;
    await import(server);
    postMessage('started');
  } catch (error) {
    postMessage(String(error));
  }
};`;
