/** Replace shell prompts, fences of Markdown and the like by empty lines: line numbers stay. */
export function blankPrompts(text: string): string {
  return text.replace(/^(?:[ \t]*\[?[\w.-]+@[\w.-]+[ :][^\n#$%]*\]?[#$%](?: .*)?|[#$%] (?:sudo )?(?:cat|df|grep|systemctl|mackerel-agent|less|view|tail|head|journalctl|curl|env)\b.*|```\w*[ \t]*)\r?$/gm, '');
}

/** A line of a terminal without its colours. */
export function withoutColours(line: string): string {
  return line.replace(/\x1b\[[\d;]*m/g, '');
}
