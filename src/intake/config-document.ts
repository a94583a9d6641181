/** A configuration file as it was read, whatever its format. */

/** A place in a file; lines and columns start at 1. */
export interface TextPosition {
  line: number;
  column: number;
  length: number;
}

/** A key and its value. */
export interface ConfigEntry {
  path: string[];
  /** The position of the key. */
  place: TextPosition;
  value: ConfigValue;
}

export interface ConfigValue {
  kind: 'string' | 'integer' | 'float' | 'boolean' | 'date' | 'array' | 'table';
  /** The decoded text of a string, or the source of another value. */
  text: string;
  number: number;
  items: ConfigValue[];
  place: TextPosition;
  /** The source of a string in double quotes; null for other values. */
  escaped: string | null;
  /** Whether the text names the field of a pod that Kubernetes takes the value from. */
  isField?: true;
}

/** A table: a header in TOML, a mapping in YAML. */
export interface Section {
  path: string[];
  place: TextPosition;
  /** Whether the header has double brackets. */
  isList?: true;
}

/** A configuration file, read: all keys with values, and all tables. */
export interface ConfigDocument {
  entries: ConfigEntry[];
  sections: Section[];
}
