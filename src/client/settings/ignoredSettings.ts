import { Disposable, extensions, LanguageStatusSeverity, languages, Uri, workspace } from 'vscode';
import { languages as ours } from '../languages.ts';
import { t } from '../platform/words.ts';

/** The settings that only a trusted workspace may set, by their names in package.json. */
function restricted(): readonly string[] {
  const manifest: unknown = extensions.getExtension('mail-triage.mail-triage')?.packageJSON;
  const { capabilities } = manifest as {
    readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  };
  return capabilities.untrustedWorkspaces.restrictedConfigurations;
}

/**
 * Which of these settings, named without `mailTriage.`, the workspace has values of, that Restricted Mode ignores; all of
 * ours where none is named.
 */
export async function ignoredSettings(names?: readonly string[], scope?: Uri): Promise<readonly string[]> {
  if (workspace.isTrusted) return [];
  const asked = restricted().filter((name) => names?.some((one) => name === `mailTriage.${one}`) ?? true);
  const files = [...settingsFiles(scope)];
  const { restrictedIn } = await import('./restrictedSettings.ts');
  const found = new Set<string>();
  for (const { uri, inside } of files) {
    for (const name of restrictedIn(await textOf(uri), asked, inside)) found.add(name);
  }
  return asked.filter((name) => found.has(name));
}

/** The same in a message. */
export const ignoredMessage = (names: readonly string[]): string | undefined =>
  names.length === 0
    ? undefined
    : t(
        'Ignored, because this workspace is not trusted: {0}. To have its settings count, run "Workspaces: Manage Workspace Trust".',
        names.join(', '),
      );

interface SettingsFile {
  readonly uri: Uri;
  readonly inside?: 'settings';
}

function* settingsFiles(scope: Uri | undefined): Iterable<SettingsFile> {
  const { workspaceFile, workspaceFolders = [] } = workspace;
  if (workspaceFile !== undefined && workspaceFile.scheme !== 'untitled')
    yield { uri: workspaceFile, inside: 'settings' };
  const folder = scope && workspace.getWorkspaceFolder(scope);
  for (const { uri } of folder === undefined ? workspaceFolders : [folder]) {
    yield { uri: Uri.joinPath(uri, '.vscode', 'settings.json') };
  }
}

async function textOf(uri: Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    // Most workspaces have no settings of their own.
    return '';
  }
}

/** Says beside the language of a document of ours that values of the workspace do not count, and how they would. */
export function registerIgnoredSettings(): Disposable {
  let item: Disposable | undefined;
  const show = async (): Promise<void> => {
    const names = await ignoredSettings();
    item?.dispose();
    item = names.length === 0 ? undefined : createItem(names);
  };
  void show();
  const registered = Disposable.from(
    workspace.onDidGrantWorkspaceTrust(show),
    workspace.onDidChangeWorkspaceFolders(show),
    workspace.onDidSaveTextDocument(({ uri }) =>
      /\/settings\.json$|\.code-workspace$/.test(uri.path) ? show() : undefined,
    ),
  );
  return new Disposable(() => {
    item?.dispose();
    registered.dispose();
  });
}

function createItem(names: readonly string[]): Disposable {
  const item = languages.createLanguageStatusItem('mailTriage.ignoredSettings', Object.values(ours));
  item.name = t('Mail Triage: Ignored Settings');
  item.severity = LanguageStatusSeverity.Warning;
  item.text =
    names.length === 1
      ? t('1 setting of the workspace is ignored')
      : t('{0} settings of the workspace are ignored', names.length);
  item.detail = t('It is not trusted: {0}', names.join(', '));
  item.command = { title: t('Manage Workspace Trust'), command: 'workbench.trust.manage' };
  return item;
}
