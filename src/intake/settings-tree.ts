import type { Setting, Settings } from '../model/settings.ts';

/**
 * A node of the tree of configuration paths: a setting, named children, or children of any name.
 */
export interface SettingNode {
  setting: Setting | null;
  children: Map<string, SettingNode>;
  anyName: SettingNode | null;
  /** Whether names match in any case, as in the TOML parser of Go programs. */
  readonly anyCase: boolean;
}

/** Build one tree from the paths of all settings. */
export function buildSettingTree({ settings, format }: Settings): SettingNode {
  const top = emptyNode(format === 'toml');
  for (const setting of settings) {
    for (const path of setting.paths) {
      let node = top;
      for (const name of path.split('.'))
        node = name === '*' ? (node.anyName ??= emptyNode(node.anyCase)) : childOf(node, name);
      node.setting = setting;
    }
  }
  return top;
}

/**
 * Follow a path as far as it is known; `known` counts the known names.
 */
export function followPath(
  top: SettingNode,
  path: readonly string[],
): { node: SettingNode; known: number } {
  let node = top;
  for (const [index, name] of path.entries()) {
    const next = childNamed(node, name);
    if (!next) return { node, known: index };
    node = next;
  }
  return { node, known: path.length };
}

/** Return the full paths of all settings with this name. */
export function pathsOfSetting(settings: readonly Setting[], name: string): string[] {
  return settings
    .flatMap(({ paths }) => paths)
    .filter((path) => path.split('.').at(-1)?.toLowerCase() === name.toLowerCase());
}

/** Return all settings with this name, at any path. */
export function settingsNamed(settings: readonly Setting[], name: string): Setting[] {
  return settings.filter((setting) => pathsOfSetting([setting], name).length > 0);
}

/** Return the node of a name below another one. */
function childNamed(node: SettingNode, name: string): SettingNode | null {
  return (
    node.children.get(name) ??
    (node.anyCase ? node.children.get(name.toLowerCase()) : undefined) ??
    node.anyName
  );
}

/** Return the names of all settings and of their tables. */
export function namesIn({ children, anyName }: SettingNode): Set<string> {
  const names = new Set(children.keys());
  for (const child of [...children.values(), ...(anyName ? [anyName] : [])])
    for (const name of namesIn(child)) names.add(name);
  return names;
}

function emptyNode(anyCase: boolean): SettingNode {
  return { setting: null, children: new Map(), anyName: null, anyCase };
}

function childOf(node: SettingNode, name: string): SettingNode {
  const found = node.children.get(name);
  if (found) return found;
  const made = emptyNode(node.anyCase);
  node.children.set(name, made);
  return made;
}
