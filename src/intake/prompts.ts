/** Blank lines with shell prompts and Markdown fences, keeping line numbers. */
export function blankPromptLines(text: string): string {
  return text.replace(
    /^(?:[ \t]*\[?[\w.-]+@[\w.-]+[ :][^\n#$%]*[#$%](?: .*)?|[$%] \S.*|# (?:sudo )?(?:cat|df|grep|systemctl|less|view|tail|head|journalctl|curl|env)\b.*|```\w*[ \t]*)\r?$/gm,
    '',
  );
}

/** Remove ANSI color escapes from a line. */
export function stripColors(line: string): string {
  return line.replace(/\x1b\[[\d;]*m/g, '');
}
