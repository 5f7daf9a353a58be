import { z } from 'zod';
import { instantSchema } from './agent-wire.js';
import { latestSampleSchema } from './http/servers.js';
import { statusClassSchema } from './http/status.js';
import { additionalReadingsSchema } from './metrics.js';

/** Path of the socket on the hub. */
export const livePath = '/ws';

/** What changed of a server since the last batch; batches come every three quarters of a second at most. */
export const serverUpdateSchema = z.object({
  id: z.uuid(),
  status: statusClassSchema,
  statusSince: instantSchema.nullable(),
  lastReportAt: instantSchema.nullable(),
  latest: latestSampleSchema.nullable(),
  /** As the server's own answer has it. */
  additional: additionalReadingsSchema.optional(),
});
export type ServerUpdate = z.infer<typeof serverUpdateSchema>;

/**
 * Every live event and its payload. Events are hints to screens and may be lost: a page that reconnects reads the
 * facts again over HTTP.
 */
export const liveEventSchemas = {
  'servers.updated': z.object({ at: instantSchema, items: z.array(serverUpdateSchema) }),
  /** The list itself changed (a server was added, renamed, moved): read it again. */
  'servers.changed': z.object({ at: instantSchema }),
  'inspection.completed': z.object({ at: instantSchema, inspectionId: z.uuid(), serverId: z.uuid() }),
  /** A gap was read, or read again: figures counted from it have changed. */
  'status.reread': z.object({ at: instantSchema, serverId: z.uuid() }),
  /** These faults began, or something was done to them, since the last batch. */
  'faults.changed': z.object({
    at: instantSchema,
    items: z.array(z.object({ faultId: z.uuid(), systemId: z.uuid() })),
  }),
} as const;
export type LiveEventName = keyof typeof liveEventSchemas;
export type LiveEvents = { [Name in LiveEventName]: z.infer<(typeof liveEventSchemas)[Name]> };
/** The shape socket.io wants on both ends. */
export type ServerToClientEvents = { [Name in LiveEventName]: (payload: LiveEvents[Name]) => void };

/**
 * What a page says to the hub. It may be lost too: a page says it again once its connection stands again. Anything else
 * that comes in is left out.
 */
export const pageEventSchemas = {
  /** The server whose page is open and in sight; null for none. A connection watches one at a time. */
  'server.watched': z.object({ serverId: z.uuid().nullable() }),
} as const;
export type PageEventName = keyof typeof pageEventSchemas;
export type PageEvents = { [Name in PageEventName]: z.infer<(typeof pageEventSchemas)[Name]> };
/** The shape socket.io wants on both ends. */
export type ClientToServerEvents = { [Name in PageEventName]: (payload: PageEvents[Name]) => void };
