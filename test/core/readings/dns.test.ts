import { readings } from './readings.ts';

describe('whole readings of output of DNS tools', () => readings('dns'));
