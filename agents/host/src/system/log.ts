export type LogFields = Record<string, string | number | boolean | null | undefined>;
type Level = 'info' | 'warn' | 'error';

/** One JSON object a line: level, time, message and fields. Nothing secret is ever given to it. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export const createLog = (write: (line: string) => void): Log => {
  const at = (level: Level) => (message: string, fields?: LogFields) =>
    write(`${JSON.stringify({ level, time: new Date().toISOString(), message, ...fields })}\n`);
  return { info: at('info'), warn: at('warn'), error: at('error') };
};

export const silentLog: Log = createLog(() => undefined);

/** The text of whatever was thrown. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
