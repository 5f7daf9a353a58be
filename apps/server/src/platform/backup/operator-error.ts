/** Something the person at the command line can put right: told in one line, without a stack. */
export class OperatorError extends Error {}

const reasons: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is not a folder',
};

/** An error of the file system as something the person can put right; any other error as it is. */
export function explainFileError(error: unknown, folder: string): unknown {
  const reason = reasons[(error as NodeJS.ErrnoException | null)?.code ?? ''];
  return reason ? new OperatorError(`${folder}: ${reason}`) : error;
}
