const NAMES: Readonly<Record<string, string>> = { toml: 'TOML', yaml: 'YAML', ini: 'INI' };

/** Return the name of a format of configuration files; undefined for other languages of code. */
export function configFormat(language: string): string | undefined {
  return NAMES[language];
}
