import { readings } from './readings.ts';

describe('whole readings of messages', () => readings('mail'));
