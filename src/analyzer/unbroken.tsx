import type { ComponentChildren } from 'preact';

/** No line ends within a time, nor within short brackets. */
export function unbroken(text: string): ComponentChildren {
  return text.split(/(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d|（[^（）]{1,10}）)/).map((part, index) => (index % 2 === 1 ? <span key={index} class="one-line">{part}</span> : part));
}
