import { safeParse, type z } from 'zod';
import type { Language } from '../model/languages.ts';
import { catalogName, categoryId, entryId, guideSlug, productId } from '../model/schemas/fields.ts';

type Schema = z.core.$ZodType;

/** The properties of zod schema definitions through which fields are reached. */
interface Definition {
  innerType?: Schema;
  /** The schema before a transform. */
  in?: Schema;
  element?: Schema;
  keyType?: Schema;
  valueType?: Schema;
  options?: Schema[];
  entries?: Record<string, string>;
  shape?: Record<string, Schema>;
}

/** Return the fields that a schema allows at a path. */
export function fieldsAt(schema: Schema, path: (string | number)[]): string[] {
  const def = schema._zod.def as Definition;
  const inner = def.innerType ?? def.in;
  if (inner) return fieldsAt(inner, path);
  if (def.options) return [...new Set(def.options.flatMap((option) => fieldsAt(option, path)))];
  const [first, ...rest] = path;
  if (first === undefined)
    return Object.keys(
      def.shape ??
        def.entries ??
        (def.keyType ? (def.keyType._zod.def as Definition).entries : undefined) ??
        {},
    );
  const next = def.element ?? def.valueType ?? def.shape?.[first];
  return next ? fieldsAt(next, rest) : [];
}

/** Return the fields that a file must have, or all that it may have if it needs none. */
export function requiredFields(schema: Schema): string[] {
  const def = schema._zod.def as Definition;
  const inner = def.innerType ?? def.in;
  if (inner) return requiredFields(inner);
  const required = Object.entries(def.shape ?? {}).filter(
    ([, field]) => field._zod.optin !== 'optional' && !safeParse(field, undefined).success,
  );
  return required.length > 0 ? required.map(([name]) => name) : fieldsAt(schema, []);
}

/** A name in a YAML file that refers to a product, an entry, a guide, a catalog or a category. */
export interface Reference {
  to: 'product' | 'entry' | 'guide' | 'catalog' | 'category';
  name: string;
  /**
   * The path of the field in which it is. Items of lists are part of the path only if they have an
   * id.
   */
  field: string;
}

const REFERENCES = new Map<Schema, Reference['to']>([
  [productId, 'product'],
  [entryId, 'entry'],
  [guideSlug, 'guide'],
  [catalogName, 'catalog'],
  [categoryId, 'category'],
]);

/** Return the references in a YAML file, found by the schemas of its fields. */
export function referencesIn(schema: Schema, value: unknown, path: string[] = []): Reference[] {
  if (value === undefined || value === null) return [];
  const to = REFERENCES.get(schema);
  if (to) return [{ to, name: String(value), field: path.join('.') }];
  const { element, valueType, shape } = schema._zod.def as Definition;
  const inner = innerOf(schema, value);
  if (inner) return referencesIn(inner, value, path);
  if (typeof value !== 'object') return [];
  if (element)
    return (value as unknown[]).flatMap((item) =>
      referencesIn(element, item, [...path, ...idOf(item)]),
    );
  return Object.entries(value).flatMap(([name, item]) => {
    const field = valueType ?? shape?.[name];
    return field ? referencesIn(field, item, [...path, name]) : [];
  });
}

/** Return the schema that a schema wraps; if it is a union, its option that fits a value. */
function innerOf(schema: Schema, value: unknown): Schema | undefined {
  const { innerType, in: input, options } = schema._zod.def as Definition;
  return innerType ?? input ?? options?.find((option) => safeParse(option, value).success);
}

function idOf(item: unknown): string[] {
  return typeof item === 'object' && item !== null && 'id' in item ? [String(item.id)] : [];
}

/**
 * Return the paths of the translations that a value lacks. A schema whose fields are language
 * codes, such as `en` and `ja`, is that of a translated text.
 */
export function missingTexts(
  schema: Schema,
  value: unknown,
  languages: readonly Language[],
  path: (string | number)[] = [],
): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [];
  const { element, valueType, shape } = schema._zod.def as Definition;
  const inner = innerOf(schema, value);
  if (inner) return missingTexts(inner, value, languages, path);
  const lacking = languages.filter((code) => shape?.[code] && !(code in value));
  const below = Object.entries(value).flatMap(([name, item]) => {
    const field = element ?? valueType ?? shape?.[name];
    const key = element ? Number(name) : name;
    return field ? missingTexts(field, item, languages, [...path, key]) : [];
  });
  return [...lacking.map((code) => [...path, code]), ...below];
}
