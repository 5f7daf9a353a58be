import { Initial1763683200000 } from './1763683200000-initial.js';

/** Every migration, oldest first. A released one is never changed. */
export const migrations = [Initial1763683200000];
