const PURE = /\/src\/(?:model|engine|redaction|intake|report|i18n)\//;

/**
 * Tells the bundler that loading these modules has no visible side effects (they only fill tables
 * or load texts), so that it can drop those that nothing uses.
 */
export const pureModules = { moduleSideEffects: (id: string): boolean => !PURE.test(id) };
