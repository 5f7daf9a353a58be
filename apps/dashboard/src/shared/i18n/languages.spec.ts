/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import * as contract from '@opsgauge/contract';
import {
  auditActions,
  errorCodeSchema,
  recordKindSchema,
  evidenceSchema,
  roleSchema,
  statusClassSchema,
} from '@opsgauge/contract';
import { z } from 'zod';
import { en } from './en.js';
import { zhCN } from './zh-cn.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const keysOf = (value: object, prefix = ''): string[] =>
  Object.entries(value).flatMap(([name, child]) =>
    typeof child === 'string' ? [prefix + name] : keysOf(child as object, `${prefix}${name}.`),
  );
const textOf = (language: object, key: string): string =>
  key
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], language) as string;
const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.spec.ts') && !file.includes(`i18n${path.sep}`))
  .map((file) => readFileSync(path.join(root, file), 'utf8'));
const code = sources.join('\n');

const keys = keysOf(zhCN);

test('both languages have the same keys with the same placeholders', () => {
  expect(keysOf(en).sort()).toEqual([...keys].sort());
  for (const key of keys)
    expect([key, placeholders(textOf(en, key))]).toEqual([key, placeholders(textOf(zhCN, key))]);
});

test('no text is empty', () => {
  for (const key of keys.filter((one) => one !== 'duration.separator')) {
    expect([key, textOf(zhCN, key).trim() === '', textOf(en, key).trim() === '']).toEqual([
      key,
      false,
      false,
    ]);
  }
});

test('every key is used: written out, or by a template with its prefix', () => {
  const literal = new Set([...code.matchAll(/['"`]([\w-]+(?:\.[\w@-]+)+)['"`]/g)].map(([, key]) => key));
  const templates = [...code.matchAll(/\bt\(\s*`([^`]+)`/g)].map(
    ([, template = '']) => new RegExp(`^${template.replace(/\./g, '\\.').replace(/\$\{[^}]+\}/g, '[^.]+')}$`),
  );
  expect(templates.length).toBeGreaterThan(10);
  const unused = keys.filter((key) => !literal.has(key) && !templates.some((template) => template.test(key)));
  expect(unused).toEqual([]);
});

test('every key that is written out exists', () => {
  const used = [...code.matchAll(/\bt\(\s*['"]([^'"]+)['"]/g)].map(([, key = '']) => key);
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter((key) => !keys.includes(key))).toEqual([]);
});

test('every code, evidence, status and role of the contract has its words', () => {
  expect(Object.keys(zhCN.error)).toEqual(expect.arrayContaining(errorCodeSchema.options));
  expect(Object.keys(zhCN.uses)).toEqual(expect.arrayContaining(recordKindSchema.options));
  expect(Object.keys(zhCN.evidence)).toEqual(evidenceSchema.options);
  expect(Object.keys(zhCN.evidenceHint)).toEqual(evidenceSchema.options);
  expect(Object.keys(zhCN.status)).toEqual(expect.arrayContaining(statusClassSchema.options));
  expect(Object.keys(zhCN.role)).toEqual(roleSchema.options);
});

const namesIn = (value: unknown): string[] =>
  value === null || typeof value !== 'object'
    ? []
    : Object.entries(value).flatMap(([key, child]) => [
        ...(key === 'properties' ? Object.keys(child as object) : []),
        ...namesIn(child),
      ]);

test('every field that a form sends has its name, for the errors that name it', () => {
  const inputs = Object.entries(contract).filter(([name]) => /(Input|Change|Place)Schema$/.test(name));
  const fields = inputs.flatMap(([, schema]) =>
    namesIn(z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' })),
  );
  expect(fields).toContain('vendorOrganizationId');
  expect([...new Set(fields)].filter((field) => !(field in zhCN.field))).toEqual([]);
});

test('every action that the hub writes down has its words, and no words are left over', () => {
  const parts = auditActions.map((action) => action.split('.'));
  expect(parts.filter(({ length }) => length !== 2)).toEqual([]);
  for (const { auditArea, auditVerb } of [zhCN, en]) {
    expect(new Set(Object.keys(auditArea))).toEqual(new Set(parts.map(([area]) => area)));
    expect(new Set(Object.keys(auditVerb))).toEqual(new Set(parts.map(([, verb]) => verb)));
  }
});
