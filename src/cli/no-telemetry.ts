/** Turns off what Astro reports about a build, in this process and all that it starts. */
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
