import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { openedAggregate } from '../message/reports/openedAggregate.ts';
import { startServer } from '../server/server.ts';

const port = self as DedicatedWorkerGlobalScope;

startServer(
  createConnection(ProposedFeatures.all, new BrowserMessageReader(port), new BrowserMessageWriter(port)),
  async () => openedAggregate,
);
