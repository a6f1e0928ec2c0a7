import { readings } from './readings.ts';

describe('whole readings of short texts of one kind after another', () => readings('mixed'));
