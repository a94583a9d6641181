import { expect, it } from 'vitest';
import { readsAsLog } from './classify-text.ts';

it.each([
  'since this morning our servers in the second data center send nothing any more, I already restarted the agent twice and checked the firewall together with a colleague, but the graphs of all of them stay empty; what else can we check before we open a ticket?',
  '先週からデータセンターのサーバーだけ値が届かなくなりました。エージェントは2回再起動し、ファイアウォールの設定も担当者と一緒に確認しましたが、どのグラフも空のままです。ほかに確認できることがあれば教えてください。エージェントのログには何も出ていないようです。担当者に連絡する前に自分で調べられることを知りたいです。',
  'Hello,\nwe moved a server to another rack.\nSince then the graphs are empty.\nThanks, Ben',
  'agent does not start',
])('takes for a question: %s', (text) => expect(readsAsLog(text)).toBe(false));

it.each([
  'Hello, we see this, what is it?\n2026/03/02 04:12:11 WARNING <command> API request failed: 403 Forbidden\nThanks',
  `Post "https://api.example.com/api/v0/hosts/${'x'.repeat(200)}": EOF`,
  'roles = ["a:b"]\ncommand = "check-disk"',
])('takes for a log or a file: %s', (text) => expect(readsAsLog(text)).toBe(true));
