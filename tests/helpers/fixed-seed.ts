import { configureGlobal } from 'fast-check';

/**
 * Properties are tested with the same inputs in every run, so that a failure is due to the change
 * under test. Another `SEED` tries other inputs.
 */
configureGlobal({ seed: Number(process.env['SEED'] ?? 1) });
