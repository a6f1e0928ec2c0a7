import { readings } from './readings.ts';

describe('whole readings of conversations and logs of many programs', () => readings('transcripts'));
