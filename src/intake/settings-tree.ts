import type { Setting } from '../model/settings.ts';

/**
 * A node of the tree of configuration paths: a setting, named children, or children of any name.
 */
export interface SettingNode {
  setting: Setting | null;
  children: Map<string, SettingNode>;
  anyName: SettingNode | null;
}

/** Build one tree from the paths of all settings. */
export function buildSettingTree(settings: readonly Setting[]): SettingNode {
  const top = emptyNode();
  for (const setting of settings) {
    for (const path of setting.paths) {
      let node = top;
      for (const name of path.split('.'))
        node = name === '*' ? (node.anyName ??= emptyNode()) : childOf(node, name);
      node.setting = setting;
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
): { node: SettingNode; known: number } {
  let node = top;
  for (const [index, name] of path.entries()) {
    const next = node.children.get(name) ?? node.children.get(name.toLowerCase()) ?? node.anyName;
    if (!next) return { node, known: index };
    node = next;
  }
  return { node, known: path.length };
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

function emptyNode(): SettingNode {
  return { setting: null, children: new Map(), anyName: null };
}

function childOf(node: SettingNode, name: string): SettingNode {
  const found = node.children.get(name);
  if (found) return found;
  const made = emptyNode();
  node.children.set(name, made);
  return made;
}
