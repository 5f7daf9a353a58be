/** Why something cannot be done to a fault. */
export type FaultRefusalReason =
  /** The party is not the one who does this. */
  | 'party'
  /** Not in the state the fault is in. */
  | 'state'
  /** It counts as part of another. */
  | 'merged'
  /** The request is not there, of another kind, or decided already. */
  | 'request'
  /** One like it waits for the owner's decision. */
  | 'pending'
  /** The moment given lies before what it follows, or ahead of the entry. */
  | 'moment'
  /** Over for more than an hour: that is a new fault. */
  | 'tooLate';

/** Thrown where the life of a fault does not allow an event. */
export class FaultRefusal extends Error {
  constructor(
    readonly reason: FaultRefusalReason,
    message: string,
  ) {
    super(message);
    this.name = 'FaultRefusal';
  }
}
