import { commands, Disposable, Position, Selection, TextEditorRevealType, Uri, window, workspace } from 'vscode';
import { isOurs, languages } from './languages.ts';
import { t } from './platform/words.ts';
import type { LanguageServer } from './server.ts';
import { TimelinePanel } from './timelinePanel.ts';

/** Milliseconds of rest before a changed message is drawn again. */
const REST = 250;

export interface TimelineView extends Disposable {
  /** The text of each row that is shown, oldest hop first; none where the timeline is closed. */
  rows(): readonly string[];
}

/** The hop timeline beside the editor: one panel, that follows the message it was opened for. */
export function registerTimeline(extensionUri: Uri, server: LanguageServer): TimelineView {
  let panel: TimelinePanel | undefined;
  let timer: NodeJS.Timeout | undefined;
  /** The panel on the message at hand, opened where it is not; none where there is no message. */
  const open = async (given?: Uri | string): Promise<TimelinePanel | undefined> => {
    const uri = given?.toString() ?? window.activeTextEditor?.document.uri.toString() ?? panel?.uri;
    if (uri === undefined) {
      await window.showInformationMessage(
        t('Open a message or a header first: the timeline shows its Received fields.'),
      );
      return undefined;
    }
    panel ??= new TimelinePanel(extensionUri, server, () => {
      panel = undefined;
    });
    await panel.show(uri, cursorIn(uri));
    return panel;
  };
  const registered = Disposable.from(
    commands.registerCommand('mailTriage.revealLine', revealLine),
    commands.registerCommand('mailTriage.showTimeline', async (given?: Uri | string) => {
      const shown = panel?.uri;
      // The first call leaves the focus in the text, a second one moves it into the timeline.
      const opened = await open(given);
      if (opened !== undefined && opened.uri === shown) opened.focus();
    }),
    commands.registerCommand('mailTriage.copyTimelineMarkdown', async () => (await open())?.copyMarkdown()),
    commands.registerCommand('mailTriage.copyTimelineSvg', async () => (await open())?.drawPicture('svg')),
    commands.registerCommand('mailTriage.saveTimelinePng', async () => (await open())?.drawPicture('png')),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('mailTriage.trustedNetworks')) void panel?.refresh();
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() !== panel?.uri) return;
      clearTimeout(timer);
      timer = setTimeout(() => void panel?.refresh(), REST);
    }),
    window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      if (textEditor.document.uri.toString() === panel?.uri) {
        panel.select(textEditor.document.offsetAt(selections[0]?.active ?? textEditor.selection.active));
      }
    }),
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor === undefined || panel === undefined || !isOurs(editor.document.languageId)) return;
      const uri = editor.document.uri.toString();
      if (editor.document.languageId === languages.message) void panel.show(uri, cursorIn(uri));
      else void panel.follow(uri, cursorIn(uri));
    }),
  );
  return {
    rows: () => panel?.rows ?? [],
    dispose: () => {
      clearTimeout(timer);
      panel?.dispose();
      registered.dispose();
    },
  };
}

/** Where the cursor stands in a document; undefined where no editor shows it. */
function cursorIn(uri: string): number | undefined {
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  return editor?.document.offsetAt(editor.selection.active);
}

/** Shows a line that a lens speaks of; not for the palette. */
async function revealLine(uri: string, line: number): Promise<void> {
  const editor = await window.showTextDocument(await workspace.openTextDocument(Uri.parse(uri)));
  const at = new Position(line, 0);
  editor.selection = new Selection(at, at);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
