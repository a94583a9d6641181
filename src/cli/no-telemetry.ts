/** Turn off Astro's telemetry in this process and its children. */
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
