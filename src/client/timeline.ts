import { commands, Disposable, Position, Selection, TextEditorRevealType, Uri, window, workspace } from 'vscode';
import { languages } from './languages.ts';
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
  const registered = Disposable.from(
    commands.registerCommand('mailTriage.revealLine', revealLine),
    commands.registerCommand('mailTriage.showTimeline', async (given?: Uri | string) => {
      const uri = given?.toString() ?? window.activeTextEditor?.document.uri.toString() ?? panel?.uri;
      if (uri === undefined) {
        await window.showInformationMessage(
          'Open a message or a header first: the timeline shows its Received fields.',
        );
        return;
      }
      // The first call leaves the focus in the text, a second one moves it into the timeline.
      if (panel?.uri === uri) panel.focus();
      panel ??= new TimelinePanel(extensionUri, server, () => {
        panel = undefined;
      });
      await panel.show(uri);
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
      if (editor?.document.languageId === languages.message && panel !== undefined) {
        void panel.show(editor.document.uri.toString());
      }
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

/** Shows a line that a lens speaks of; not for the palette. */
async function revealLine(uri: string, line: number): Promise<void> {
  const editor = await window.showTextDocument(await workspace.openTextDocument(Uri.parse(uri)));
  const at = new Position(line, 0);
  editor.selection = new Selection(at, at);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
