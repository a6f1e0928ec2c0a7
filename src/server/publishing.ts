import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Levels } from '../core/features/diagnostics.ts';
import { language } from '../core/features/language.ts';
import type { Ticket } from '../core/ticket/ticket.ts';
import type { Background } from './background.ts';

interface Publishing {
  readonly connection: Connection;
  readonly background: Background;
  readonly read: (document: TextDocument) => Ticket;
  readonly levels: () => Levels;
  /** Told of a bug. */
  readonly failed: (what: string, uri: string, error: unknown) => void;
}

/** What looks for the problems of a document between questions, and tells the client. */
export function publisher({ connection, background, read, levels, failed }: Publishing) {
  function* publishing(document: TextDocument): Generator<void> {
    const { uri, version } = document;
    let diagnostics: Diagnostic[] = [];
    try {
      const looking = language.diagnosing(document, read(document), levels());
      let step = looking.next();
      while (step.done !== true) {
        yield;
        step = looking.next();
      }
      diagnostics = step.value;
    } catch (error) {
      failed('Problems', uri, error);
    }
    void connection.sendDiagnostics({ uri, version, diagnostics });
  }
  return (document: TextDocument): void => background.begin(document.uri, 'problems', publishing(document));
}
