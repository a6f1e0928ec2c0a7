import { Disposable, type Uri } from 'vscode';
import type { ProbeHistory } from '../probeHistory.ts';
import type { LanguageServer } from '../server.ts';
import { networkTools } from './networkTools.ts';
import { explainTool, readTool } from './readTools.ts';
import { registerTool } from './tool.ts';

/** The tools that assistants in the editor have of us. */
export const registerAssistant = (
  server: LanguageServer,
  history: ProbeHistory,
  atHand: () => Uri | undefined,
): Disposable =>
  Disposable.from(
    ...[readTool(server, atHand), explainTool(server), ...networkTools(server, history)].map(registerTool),
  );
