/** The token stands behind `#`, which browsers do not send: it reaches no log on the way. */
export const invitationLink = (origin: string, token: string): string =>
  `${origin}/invitation#${encodeURIComponent(token)}`;
