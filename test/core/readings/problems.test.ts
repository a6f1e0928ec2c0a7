import { readings } from './readings.ts';

describe('whole readings of what is wrong', () => readings('problems'));
