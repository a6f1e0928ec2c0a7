import { readingsFile, readingsTable } from './readings.ts';
import { recordingsFile, recordingsTable } from './recorded.ts';
import { rowFitsFile, rowFitsTable } from './rowFits.ts';
import { shortTextsFile, shortTextsTable } from './shortTexts.ts';

/** The tables of digests, by their path: what `npm run generate` writes and the tests compare. */
export const writtenDigests = async (): Promise<ReadonlyMap<string, string>> =>
  new Map([
    [readingsFile, readingsTable()],
    [recordingsFile, await recordingsTable()],
    [rowFitsFile, rowFitsTable()],
    [shortTextsFile, shortTextsTable()],
  ]);
