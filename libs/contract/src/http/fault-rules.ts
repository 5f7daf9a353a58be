import { z } from 'zod';
import { faultSeverities, signalNames } from '@opsgauge/domain';
import { instantSchema } from '../agent-wire.js';
import { listOf } from './common.js';

const severity = z.enum(faultSeverities);
const threshold = z.number().min(-1e15).max(1e15);
const seconds = z
  .number()
  .int()
  .min(0)
  .max(7 * 86_400);

/** When a number is bad, and for how long it has to be. */
export const ruleThresholdSchema = z.object({
  signal: z.enum(signalNames),
  comparison: z.enum(['atLeast', 'atMost', 'above', 'below']),
  /** In the unit at the end of the signal's name; what is or is not so is 1 or 0. */
  threshold,
  forSeconds: seconds,
  keepFiringSeconds: seconds,
});
export type RuleThreshold = z.infer<typeof ruleThresholdSchema>;

export const faultRuleInputSchema = z.object({
  /** Of rules the hub comes with it is left as it is. */
  name: z.string().trim().min(1).max(60),
  /** Null where the rule judges the status of the host. */
  condition: ruleThresholdSchema.nullable(),
  severity,
  isEnabled: z.boolean(),
});
export type FaultRuleInput = z.infer<typeof faultRuleInputSchema>;

export const ruleTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('system'), systemId: z.uuid() }),
  z.object({ kind: z.literal('server'), serverId: z.uuid() }),
]);
export type RuleTarget = z.infer<typeof ruleTargetSchema>;

/** What is set otherwise for a system or a server; what is null is as the rule has it. */
export const ruleExceptionInputSchema = z.object({
  target: ruleTargetSchema,
  threshold: threshold.nullable(),
  forSeconds: seconds.nullable(),
  severity: severity.nullable(),
  isEnabled: z.boolean().nullable(),
});
export type RuleExceptionInput = z.infer<typeof ruleExceptionInputSchema>;
export const ruleExceptionSchema = ruleExceptionInputSchema.extend({ id: z.uuid(), targetName: z.string() });
export type RuleException = z.infer<typeof ruleExceptionSchema>;

export const faultRuleSchema = z.object({
  id: z.uuid(),
  /** Of rules the hub comes with; it never changes. */
  code: z.string(),
  /** Null of rules the hub comes with: pages name them by their code. */
  name: z.string().nullable(),
  condition: ruleThresholdSchema.nullable(),
  severity,
  isEnabled: z.boolean(),
  exceptions: z.array(ruleExceptionSchema),
});
export type FaultRule = z.infer<typeof faultRuleSchema>;
export const faultRulesResponseSchema = listOf(faultRuleSchema);
export type FaultRulesResponse = z.infer<typeof faultRulesResponseSchema>;

/** Asks what a rule would have made of past samples. */
export const ruleTrialInputSchema = z.object({
  condition: ruleThresholdSchema,
  target: ruleTargetSchema,
  from: instantSchema,
  to: instantSchema,
});
export type RuleTrialInput = z.infer<typeof ruleTrialInputSchema>;

export const ruleTrialSchema = z.object({
  items: z.array(
    z.object({
      serverId: z.uuid(),
      serverName: z.string(),
      /** Which of the server's things: a mount point, an interface, a target; empty for the host. */
      subject: z.string(),
      from: instantSchema,
      /** Null: not over at the end of the period. */
      to: instantSchema.nullable(),
      /** The worst number while it lasted. */
      worst: z.number(),
    }),
  ),
  /** How many samples were looked at. */
  sampleCount: z.number().int(),
  /** Hours whose samples are gone, and which could not be looked at. */
  goneHourCount: z.number().int(),
});
export type RuleTrial = z.infer<typeof ruleTrialSchema>;
