import { Injectable } from '@nestjs/common';

/** The one place where the hub reads the time, so that a test can move it. */
@Injectable()
export class Clock {
  /** Now, in milliseconds UTC. */
  nowMs(): number {
    return Date.now();
  }
}

/** Milliseconds as they stand in JSON: ISO 8601, UTC, milliseconds. */
export const instantText = (ms: number): string => new Date(ms).toISOString();
