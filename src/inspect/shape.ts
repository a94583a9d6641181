import type { Setting } from './settings.ts';

/** What may stand at a place of the configuration: a setting, a table with named children, or one whose names are free. */
export interface Shape {
  setting: Setting | null;
  children: Map<string, Shape>;
  any: Shape | null;
}

/** Put the paths of all settings into one tree. */
export function shapeOf(settings: readonly Setting[]): Shape {
  const top = emptyShape();
  for (const setting of settings) {
    for (const path of setting.paths) {
      let shape = top;
      for (const name of path.split('.'))
        shape = name === '*' ? (shape.any ??= emptyShape()) : childOf(shape, name);
      shape.setting = setting;
    }
  }
  return top;
}

/** Follow a path as far as it is known. The names of fields are the same in capitals, as they are to the agent's parser. */
export function follow(top: Shape, path: readonly string[]): { shape: Shape; known: number } {
  let shape = top;
  for (const [index, name] of path.entries()) {
    const next = shape.children.get(name) ?? shape.children.get(name.toLowerCase()) ?? shape.any;
    if (!next) return { shape, known: index };
    shape = next;
  }
  return { shape, known: path.length };
}

/** Every place where a setting of this name may stand, as full paths. */
export function placesOf(settings: readonly Setting[], name: string): string[] {
  return settings
    .flatMap(({ paths }) => paths)
    .filter((path) => path.split('.').at(-1) === name.toLowerCase());
}

/** The settings of this name, wherever they stand. */
export function settingsNamed(settings: readonly Setting[], name: string): Setting[] {
  return settings.filter((setting) => placesOf([setting], name).length > 0);
}

function emptyShape(): Shape {
  return { setting: null, children: new Map(), any: null };
}

function childOf(shape: Shape, name: string): Shape {
  const found = shape.children.get(name);
  if (found) return found;
  const made = emptyShape();
  shape.children.set(name, made);
  return made;
}
