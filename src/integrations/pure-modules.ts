const PURE = /\/src\/(?:engine|letter|i18n|display|inspect)\//;

/** Tells the bundler that what a module does when it is loaded, such as filling the engine's tables or loading the sentences, nobody outside can see: who asks for a part of a folder gets no other. */
export const pureModules = { moduleSideEffects: (id: string): boolean => !PURE.test(id) };
