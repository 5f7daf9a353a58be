/** How each fate of a message looks. */
export const deliveryMarks = {
  pending: 'unknown',
  retrying: 'warning',
  sent: 'up',
  givenUp: 'down',
} as const;
