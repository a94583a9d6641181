/** Replace shell prompts, fences of Markdown and the like by empty lines: line numbers stay. */
export function blankPrompts(text: string): string {
  return text.replace(
    /^(?:[ \t]*\[?[\w.-]+@[\w.-]+[ :][^\n#$%]*\]?[#$%](?: .*)?|[#$%] (?:sudo )?(?:cat|df|grep|systemctl|mackerel-agent|less|view|tail|head|journalctl|curl|env)\b.*|```\w*[ \t]*)\r?$/gm,
    '',
  );
}

/** Take away what mail puts before the lines of a letter that is answered, and the numbers of `cat -n`: line numbers stay. */
export function withoutMargin(text: string): string {
  return text.replace(/^(?:(?:[ \t]*>)+ ?|[ \t]*\d{1,6}\t)/gm, '');
}

/** A line of a terminal without its colours. */
export function withoutColours(line: string): string {
  return line.replace(/\x1b\[[\d;]*m/g, '');
}
