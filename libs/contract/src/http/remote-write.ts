import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { listOf } from './common.js';

const name = z.string().trim().min(1).max(100);
/** What Prometheus calls a host: its label `instance`. */
const instance = z.string().min(1).max(256);

/** A host that a source has written of, or that was assigned. */
export const remoteWriteInstanceSchema = z.object({
  instance,
  /** By node_exporter's own word (`node_uname_info`). */
  hostname: z.string().nullable(),
  /** Null: nobody has said which server it is, and what is written of it is refused. */
  serverId: z.uuid().nullable(),
  serverName: z.string().nullable(),
  /** Null: nothing was written of it yet. */
  firstSeenAt: instantSchema.nullable(),
  lastSeenAt: instantSchema.nullable(),
});
export type RemoteWriteInstance = z.infer<typeof remoteWriteInstanceSchema>;

/** A Prometheus that writes to the hub, by a token of its own. */
export const remoteWriteSourceSchema = z.object({
  id: z.uuid(),
  name,
  createdAt: instantSchema,
  instances: z.array(remoteWriteInstanceSchema),
});
export type RemoteWriteSource = z.infer<typeof remoteWriteSourceSchema>;
export const remoteWriteSourcesResponseSchema = listOf(remoteWriteSourceSchema);
export type RemoteWriteSourcesResponse = z.infer<typeof remoteWriteSourcesResponseSchema>;

export const remoteWriteSourceInputSchema = z.object({ name });
export type RemoteWriteSourceInput = z.infer<typeof remoteWriteSourceInputSchema>;

export const createdRemoteWriteSourceSchema = remoteWriteSourceSchema.extend({
  /** Shown once; the hub keeps only its hash. */
  token: z.string(),
  /** The hub's address, as Prometheus shall write to it. */
  hub: z.string(),
  /** The address is a loopback's: only a Prometheus on the hub's own machine reaches it. */
  isLocalOnly: z.boolean(),
  /** The hub's certificate (PEM) where no authority vouches for it, and Prometheus has to be given it; else null. */
  certificate: z.string().nullable(),
});
export type CreatedRemoteWriteSource = z.infer<typeof createdRemoteWriteSourceSchema>;

/** Says which server an instance of a source is. */
export const remoteWriteAssignmentSchema = z.object({
  instance,
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('server'), serverId: z.uuid() }),
    /** One that is made for it, approved. */
    z.object({ kind: z.literal('newServer'), name }),
    z.object({ kind: z.literal('none') }),
  ]),
});
export type RemoteWriteAssignment = z.infer<typeof remoteWriteAssignmentSchema>;
