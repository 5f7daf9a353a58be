import type { SessionsResponse } from '@opsgauge/contract';
import type { UserSession } from './user-session.entity.js';

/** Logins as the API tells them. */
export const sessionsResponse = (
  sessions: readonly UserSession[],
  currentId: string | null,
): SessionsResponse => ({
  items: sessions.map(({ id, createdAt, lastUsedAt, address, userAgent }) => ({
    id,
    isCurrent: id === currentId,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    address,
    userAgent,
  })),
});
