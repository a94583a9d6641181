const PURE = /\/src\/(?:engine|letter|i18n|display|inspect)\//;

/**
 * Tells the bundler that loading these modules has no visible side effects (they only fill tables
 * or load texts), so that it can drop those that nothing uses.
 */
export const pureModules = { moduleSideEffects: (id: string): boolean => !PURE.test(id) };
