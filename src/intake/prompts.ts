/** A shell prompt with a command, or a Markdown fence. */
const PROMPT =
  /^(?:[ \t]*\[?[\w.-]+@[\w.-]+[ :][^\n#$%]*[#$%](?: .*)?|[$%] \S.*|# (?:sudo )?(?:cat|df|grep|systemctl|less|view|tail|head|journalctl|curl|env)\b.*|```\w*[ \t]*)\r?$/gm;

/** Blank lines with shell prompts and Markdown fences, keeping line numbers. */
export function blankPromptLines(text: string): string {
  return text.replace(PROMPT, '');
}

/** Number of characters in which a prompt is looked for. */
const HEAD = 1 << 12;

/** Return the path of a configuration file that a command at a shell prompt names. */
export function fileAtPrompt(text: string): string | null {
  const commands = text.slice(0, HEAD).match(PROMPT)?.join('\n') ?? '';
  return /(?<=\s)[\w./~-]{1,200}\.(?:conf|toml|ya?ml)(?=\s|$)/.exec(commands)?.[0] ?? null;
}

/** Remove ANSI color escapes from a line. */
export function stripColors(line: string): string {
  return line.replace(/\x1b\[[\d;]*m/g, '');
}
