/** Tells the bundler that the engine's tables are filled when a module is loaded, which nobody outside can see: who asks for a part of it gets no other. */
export const pureEngine = { moduleSideEffects: (id: string): boolean => !id.includes('/src/engine/') };
