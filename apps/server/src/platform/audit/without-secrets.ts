/** Endings of key names (small, without dashes and underscores) whose text never enters the audit log. */
const secretEndings = [
  'password',
  'passwords',
  'passwordhash',
  'passwordhistory',
  'secret',
  'secrets',
  'secrethash',
  'token',
  'tokenhash',
  'credential',
  'credentials',
  'cookie',
  'authorization',
  'privatekey',
  'recoverycode',
  'recoverycodes',
  'totpcode',
  'otpauthurl',
];

const isSecret = (key: string): boolean => {
  const plain = key.toLowerCase().replace(/[-_]/g, '');
  return secretEndings.some((ending) => plain.endsWith(ending));
};

/**
 * A value as it may be kept for good: JSON only, secrets replaced by `[hidden]`, and texts without what PostgreSQL
 * cannot store. The second line of defence: whoever records hands no secrets in. Whether there is one (a boolean, null)
 * may be told.
 */
export function withoutSecrets(value: unknown, key = ''): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value ?? null;
  if (isSecret(key) || value instanceof Uint8Array) return '[hidden]';
  if (typeof value === 'string') return storableText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item));
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => [storableText(name), withoutSecrets(member, name)]),
    );
  }
  return String(value as bigint | symbol);
}

/** Without NUL and half characters, which PostgreSQL refuses. */
export const storableText = (text: string): string =>
  Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', '\uFFFD');
