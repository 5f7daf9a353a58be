import { z } from 'zod';

/** A decimal as a string: exact, never a binary float. */
export const decimalSchema = z.string().regex(/^-?\d+(\.\d+)?$/);

/** Every list is an object, so that something can be said beside its items one day. */
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });
