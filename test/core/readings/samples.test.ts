import { readings } from './readings.ts';

describe('whole readings of the samples', () => readings('samples'));
