import type { Setting } from '../model/settings.ts';

/** What a configuration path may hold: a setting, named children, or children of any name. */
export interface Shape {
  setting: Setting | null;
  children: Map<string, Shape>;
  any: Shape | null;
}

/** Build one tree from the paths of all settings. */
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

/**
 * Follow a path as far as it is known; `known` counts the known names. Names match in any case, as
 * in the agent's parser.
 */
export function follow(top: Shape, path: readonly string[]): { shape: Shape; known: number } {
  let shape = top;
  for (const [index, name] of path.entries()) {
    const next = shape.children.get(name) ?? shape.children.get(name.toLowerCase()) ?? shape.any;
    if (!next) return { shape, known: index };
    shape = next;
  }
  return { shape, known: path.length };
}

/** Return the full paths of all settings with this name. */
export function placesOf(settings: readonly Setting[], name: string): string[] {
  return settings
    .flatMap(({ paths }) => paths)
    .filter((path) => path.split('.').at(-1) === name.toLowerCase());
}

/** Return all settings with this name, at any path. */
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
