import { z } from 'zod';
import { probeOutcomes } from './probing.js';

const port = z.number().int().min(1).max(65_535);
/** A name or an address; a dash in front would be an option of `ping`. */
const host = z
  .string()
  .trim()
  .max(253)
  .regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$|^[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*$/, 'must be a host name or an address');
const url = z
  .string()
  .trim()
  .max(2000)
  .refine(isPlainUrl, 'must be a http or https address without user and password');

function isPlainUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

/** The closed list of what can be asked of a hub or an agent: nothing else is ever run. */
export const probeTargetSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('http'),
    url,
    method: z.enum(['GET', 'HEAD']).default('GET'),
    expectedStatus: z.number().int().min(100).max(599).nullable().default(null),
    expectedText: z.string().min(1).max(500).nullable().default(null),
    followsRedirects: z.boolean().default(false),
    verifiesCertificate: z.boolean().default(true),
  }),
  z.object({ kind: z.literal('tcp'), host, port }),
  z.object({ kind: z.literal('icmp'), host, port: port.default(80) }),
]);

export const probeOutcomeSchema = z.enum(probeOutcomes);

/** A probe that an agent runs, as its configuration says. */
export const agentProbeSchema = z.object({
  id: z.uuid(),
  target: probeTargetSchema,
  intervalSeconds: z.number().int().min(5).max(3600),
  timeoutSeconds: z.number().int().min(1).max(60),
});
export type AgentProbe = z.infer<typeof agentProbeSchema>;

/**
 * What an attempt of an agent came to. It travels in the sample that was taken next, and is kept, answered and
 * delivered with it; `agoMs` before that sample it was begun, by a clock that nobody sets.
 */
export const agentProbeResultSchema = z.object({
  probeId: z.uuid(),
  agoMs: z.number().min(0).max(86_400_000),
  outcome: probeOutcomeSchema,
  durationMs: z.number().min(0).max(600_000).optional(),
  statusCode: z.number().int().min(100).max(999).optional(),
  lossPercent: z.number().min(0).max(100).optional(),
  certificateExpiresAt: z.iso.datetime({ offset: true }).optional(),
  method: z.enum(['icmp', 'tcp']).optional(),
});
export type AgentProbeResult = z.infer<typeof agentProbeResultSchema>;
