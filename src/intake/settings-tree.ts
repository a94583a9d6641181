import type { Setting } from '../model/settings.ts';

/** What a configuration path may hold: a setting, named children, or children of any name. */
export interface SettingNode {
  setting: Setting | null;
  children: Map<string, SettingNode>;
  anyName: SettingNode | null;
}

/** Build one tree from the paths of all settings. */
export function buildSettingTree(settings: readonly Setting[]): SettingNode {
  const top = emptyShape();
  for (const setting of settings) {
    for (const path of setting.paths) {
      let shape = top;
      for (const name of path.split('.'))
        shape = name === '*' ? (shape.anyName ??= emptyShape()) : childOf(shape, name);
      shape.setting = setting;
    }
  }
  return top;
}

/**
 * Follow a path as far as it is known; `known` counts the known names. Names match in any case, as
 * in the agent's parser.
 */
export function followPath(
  top: SettingNode,
  path: readonly string[],
): { shape: SettingNode; known: number } {
  let shape = top;
  for (const [index, name] of path.entries()) {
    const next =
      shape.children.get(name) ?? shape.children.get(name.toLowerCase()) ?? shape.anyName;
    if (!next) return { shape, known: index };
    shape = next;
  }
  return { shape, known: path.length };
}

/** Return the full paths of all settings with this name. */
export function pathsOfSetting(settings: readonly Setting[], name: string): string[] {
  return settings
    .flatMap(({ paths }) => paths)
    .filter((path) => path.split('.').at(-1) === name.toLowerCase());
}

/** Return all settings with this name, at any path. */
export function settingsNamed(settings: readonly Setting[], name: string): Setting[] {
  return settings.filter((setting) => pathsOfSetting([setting], name).length > 0);
}

function emptyShape(): SettingNode {
  return { setting: null, children: new Map(), anyName: null };
}

function childOf(shape: SettingNode, name: string): SettingNode {
  const found = shape.children.get(name);
  if (found) return found;
  const made = emptyShape();
  shape.children.set(name, made);
  return made;
}
