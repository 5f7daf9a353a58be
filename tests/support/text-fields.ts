interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: unknown[];
  readonly const?: unknown;
  readonly properties?: Record<string, JsonSchema>;
  readonly items?: JsonSchema;
  readonly anyOf?: JsonSchema[];
  readonly oneOf?: JsonSchema[];
  readonly allOf?: JsonSchema[];
}
interface Operation {
  readonly requestBody?: { content: Record<string, { schema: JsonSchema }> };
  readonly parameters?: { in: string; name: string }[];
}
export interface ApiDescription {
  readonly paths: Record<string, Record<string, Operation>>;
}

/** `POST /api/v1/…` → where in its body a text may stand, e.g. `groups.0.name`; whatever the text has to look like. */
export function textFieldsOf({ paths }: ApiDescription): Map<string, string[]> {
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody }]): [string, string[]][] => {
      const schema = Object.values(requestBody?.content ?? {})[0]?.schema;
      return schema && schema.format !== 'binary'
        ? [[`${method.toUpperCase()} ${path}`, [...new Set(textsIn(schema, []))]]]
        : [];
    }),
  );
  return new Map(routes);
}

/** `GET /api/v1/…` → the names of its query's parameters. */
export function queryFieldsOf({ paths }: ApiDescription): Map<string, string[]> {
  const routes = Object.entries(paths).map(([path, { get }]): [string, string[]] => {
    const named = (get?.parameters ?? []).filter((parameter) => parameter.in === 'query');
    return [path, named.map(({ name }) => name)];
  });
  return new Map(routes.filter(([, names]) => names.length > 0));
}

function textsIn(schema: JsonSchema, path: readonly string[]): string[] {
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const isText = schema.type === 'string' && !schema.enum && schema.const === undefined;
  return [
    ...(isText ? [path.join('.')] : []),
    ...variants.flatMap((variant) => textsIn(variant, path)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, member]) => textsIn(member, [...path, name])),
    ...(schema.items ? textsIn(schema.items, [...path, '0']) : []),
  ];
}

/** A copy of a body with another value at a path; objects and lists on the way are made where there are none. */
export function withValue(body: unknown, path: string, value: unknown): unknown {
  const [name, ...rest] = path.split('.') as [string, ...string[]];
  const container = body ?? (/^\d+$/.test(name) ? [] : {});
  const member = (container as Record<string, unknown>)[name];
  const changed = rest.length ? withValue(member, rest.join('.'), value) : value;
  if (Array.isArray(container)) return Object.assign([...(container as unknown[])], { [name]: changed });
  return { ...(container as object), [name]: changed };
}

/** Every text in a value, however deep. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
