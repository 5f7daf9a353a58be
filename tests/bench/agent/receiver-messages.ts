/** What the receiver is told when it begins. */
export interface ReceiverSettings {
  /** PEM. */
  certificate: string;
  key: string;
  /** Told to the agent at its enrolment. */
  intervalSeconds: number;
  /** How long an answer to a report of several samples takes: a hub that is busy. */
  batchAnswerMs: number;
}

/** What it tells of each report, at the moment it answers. */
export interface ArrivedReport {
  atMs: number;
  seqs: number[];
  /** How old the newest sample of the report was. */
  newestDelayMs: number;
}
