import { expect, it } from 'vitest';
import { CHATTER, diagnosisOf, ReportSender, view } from '../helpers/report-sender.ts';
import { sample } from '../helpers/sample.ts';
import { content } from '../helpers/whole-content.ts';

const sender = new ReportSender(content);

const wholeLogs = content.products.flatMap(({ id, cases }) =>
  cases.map(({ file, log }) => ({ name: `${id}/${file}`, text: log.text })),
);
const cases = [
  ...wholeLogs,
  ...content.guides.flatMap(({ slug, cases: logs }) =>
    logs.map(({ name, text }) => ({ name: `${slug}/${name}`, text })),
  ),
];

it.each(sample(cases, 6))(
  'a reopened report shows what its sender saw: $name',
  async ({ text }) => {
    const { sent, markdown } = await sender.send(text);
    expect(sent.reopened).toBeNull();
    const opened = await sender.read(markdown);
    expect(opened.reopened).toEqual({
      problem: null,
      catalog: sender.matcher.catalog.version,
      own: sender.matcher.catalog.version,
      held: sent.lines.total,
      isThin: false,
    });
    expect(view(opened)).toEqual(view(sent));
  },
);

it('a reopened report that holds only a part of a long log shows the same diagnosis', async () => {
  for (const { name, text } of sample(cases, 30)) {
    const { sent, block, held } = await sender.send(CHATTER + text);
    const opened = await sender.read(block.join('\n'));
    expect(held, name).toBeLessThan(sent.lines.total);
    expect(diagnosisOf(opened), name).toEqual(diagnosisOf(sent));
  }
});
